import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ROWS_OF_SHEET } from "../../../preload/lists/list-row.ts";
import type { FileReading } from "../../../preload/types.ts";
import { useFormat } from "../../kit/text/use-format.ts";
import { useHeader } from "../../kit/text/use-header.ts";
import { useGradually } from "../../kit/use-gradually.ts";
import styles from "./first-rows.module.css";

const SHOWN = 20;
/** Rows that come with the screen, whose rest takes its time as well; then so many at a time. */
const ROWS_AT_ONCE = 8;
const ROWS_STEP = 6;
/** Columns that fit a window. */
const AT_ONCE = 16;

/** The headers are other ones than the cells of their row: of two lines, or moved by one column. */
const CHANGED_HEADERS: ReadonlySet<string> = new Set([
  "headers-joined",
  "headers-in-two-languages",
  "headers-shifted",
  "headers-moved",
]);

export interface FirstRowsProps {
  readonly reading: FileReading;
  readonly onHeaderRow: (row: number) => void;
}

/** The sheet's first rows as read; a click, or the arrow keys, say which one holds the headers. */
export function FirstRows({ reading, onHeaderRow }: FirstRowsProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const called = useHeader();
  const all = reading.firstRows.slice(0, SHOWN);
  const rows = all.slice(0, useGradually(all.length, ROWS_AT_ONCE, ROWS_STEP));
  const width = Math.max(1, ...all.map((row) => row.cells.length));
  const shown = useGradually(width, AT_ONCE, AT_ONCE);
  const isChanged = reading.notices.some(({ code }) => CHANGED_HEADERS.has(code));
  const headers = isChanged ? reading.columns.map(({ header }) => header) : null;
  const places = Array.from({ length: shown }, (_, index) => index);
  return (
    <div className={styles.wrap}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{t("file.headerRowHelp")}</VisuallyHidden>
        </caption>
        {reading.headerRow === 0 && (
          <thead>
            <tr className={styles.row} data-header>
              <th scope="col" className={styles.pick}>
                <span className={styles.names}>{t("file.header")}</span>
              </th>
              {places.map((place) => (
                <th key={place} scope="col">
                  <span className={styles.cell}>
                    {called(reading.columns[place]?.header ?? "")}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr
              key={row}
              className={styles.row}
              data-header={row === reading.headerRow || undefined}
              data-above={row < reading.headerRow || undefined}
            >
              <th scope="row" className={styles.pick}>
                <label htmlFor={idOf(row)}>
                  <input
                    id={idOf(row)}
                    type="radio"
                    name="header-row"
                    aria-label={t("file.asHeader", { row: format.row(row, reading.sheet) })}
                    // Headers of a list of several sheets stand in the first one.
                    disabled={row > ROWS_OF_SHEET}
                    checked={row === reading.headerRow}
                    onChange={() => onHeaderRow(row)}
                  />
                  <span className={styles.number}>{format.row(row, reading.sheet)}</span>
                  {row === reading.headerRow && (
                    <span className={styles.tag}>{t("file.header")}</span>
                  )}
                </label>
              </th>
              {places.map((place) => (
                <td key={place}>
                  <label htmlFor={idOf(row)} className={styles.cell}>
                    {((row === reading.headerRow ? headers : null) ?? cells)[place] ?? ""}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function idOf(row: number): string {
  return `header-row-${row}`;
}
