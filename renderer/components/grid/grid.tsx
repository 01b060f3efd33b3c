import { type CSSProperties, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { RowFilter, StagedRow } from "../../../preload/types.ts";
import { announce } from "../../kit/messages/announce.tsx";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useStable } from "../../kit/use-stable.ts";
import type { Onward } from "./cell-input.tsx";
import { EmptyRows } from "./empty-rows.tsx";
import styles from "./grid.module.css";
import { cellId, handleGridKey, isCell, neighbour, type Place, placeOf } from "./grid-keys.ts";
import {
  columnWidths,
  extraWidth,
  firstWidth,
  gridWidth,
  isTall,
  LEAST_TALL,
  ROW,
  TALL_ROW,
} from "./grid-layout.ts";
import { GridRow } from "./grid-row.tsx";
import type { RowSource } from "./rows/row-source.ts";
import type { GridCorrections } from "./rows/use-corrections.ts";
import { useFirstProblem } from "./rows/use-first-problem.ts";
import { useRoom } from "./rows/use-room.ts";
import { useRowPages } from "./rows/use-row-pages.ts";
import { useRowWindow } from "./rows/use-row-window.ts";
import { useGridWords } from "./use-grid-words.ts";

export interface GridProps {
  readonly source: RowSource;
  readonly filter: RowFilter;
  readonly corrections: GridCorrections;
  /** That the rows are from. */
  readonly sheet: string;
}

type Editing = Place & { readonly text: string | null };

/** A table whose cells the arrow keys move through: ARIA's grid pattern, one stop for Tab. */
function gridFocus(at: Place, isThere: boolean) {
  const active = isThere ? { "aria-activedescendant": cellId(at) } : {};
  return { role: "grid", tabIndex: 0, ...active } as const;
}

/** The rows as they will be sent: any number of them, by mouse and by keyboard. */
export function Grid({ source, filter, corrections, sheet }: GridProps) {
  const { t } = useTranslation("import");
  const words = useGridWords(sheet);
  const box = useRef<HTMLTableElement>(null);
  const [total, setTotal] = useState(0);
  const [at, setAt] = useState<Place>({ row: 0, column: 1 });
  /** A cell to be brought into sight. */
  const goal = useRef<Place | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const room = useRoom(box);
  const ofProblems = isTall(filter, total);
  const tall = ofProblems && room >= ROW + Math.min(LEAST_TALL, total) * TALL_ROW;
  const sight = useRowWindow(box, total, tall ? TALL_ROW : ROW, ROW);
  const pages = useRowPages(source, sight.first, Math.max(0, sight.last));
  if (pages.total !== total) setTotal(pages.total);
  useFirstProblem(pages, ofProblems, setAt);

  const go = (place: Place) => {
    setAt(place);
    sight.show(place.row);
    goal.current = place;
  };
  // Its cell may be made only once the rows have moved.
  useEffect(() => {
    const cell = goal.current && document.getElementById(cellId(goal.current));
    if (cell === null) return;
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    goal.current = null;
  });
  /** A row that has been sent is not changed any more; says so. */
  const isOver = (place: Place): boolean => {
    const sent = pages.rowAt(place.row)?.sent === true;
    if (sent) announce(words.sent);
    return sent;
  };
  const startEditing = (place: Place, text: string | null) => {
    const field = pages.fields[place.column - 1];
    if (field === undefined || SECRET_FIELDS.has(field)) return;
    setAt(place);
    if (isOver(place)) return;
    setEditing({ ...place, text });
  };
  const stopEditing = useCallback(() => {
    setEditing(null);
    box.current?.focus({ preventScroll: true });
  }, []);
  const put = (place: Place, value: string) => {
    const row = pages.rowAt(place.row);
    const field = pages.fields[place.column - 1];
    const before = row?.values[place.column - 1];
    if (row !== null && field !== undefined && before !== undefined && before !== value) {
      corrections.correct({ index: row.index, field, before, after: value });
    }
  };
  const commit = (place: Place, value: string, then: Onward) => {
    put(place, value);
    stopEditing();
    const to = neighbour(place, then);
    if (then !== "stay" && isCell(to, { rows: total, columns: pages.fields.length })) go(to);
  };
  const empty = (place: Place) => {
    const field = pages.fields[place.column - 1];
    if (field !== undefined && !SECRET_FIELDS.has(field) && !isOver(place)) put(place, "");
  };

  const onCommit = useStable(commit);
  const leaveOut = (row: StagedRow) =>
    row.sent ? announce(words.sent) : corrections.leaveOut(row);
  const onLeaveOut = useStable(leaveOut);

  if (pages.error) return <ErrorPanel error={pages.error} />;
  if (pages.loaded && total === 0) return <EmptyRows filter={filter} />;
  const places = Array.from(
    { length: Math.max(0, sight.last - sight.first + 1) },
    (_, i) => sight.first + i,
  );
  const content = { height: sight.height, "--base": `${sight.baseTop}px` } as CSSProperties;
  const first = firstWidth(sheet);
  const columns = {
    "--extra": extraWidth(pages.fields, first),
    "--columns": columnWidths(pages.fields, first),
    "--width": gridWidth(pages.fields, first),
    "--first": `${first}rem`,
  } as CSSProperties;
  return (
    <table
      ref={box}
      {...gridFocus(at, pages.rowAt(at.row) !== null)}
      className={styles.box}
      style={columns}
      aria-label={t("review.rows")}
      aria-rowcount={total + 1}
      aria-colcount={pages.fields.length + 1}
      onKeyDown={(event) => {
        // Keys pressed before the rows are there would lead to others than the person means.
        if (editing !== null || !pages.loaded) return;
        handleGridKey(event, {
          ...{ at, pages, go, startEditing, empty },
          fitting: sight.fitting,
          corrections: { ...corrections, leaveOut },
        });
      }}
      onClick={(event) => {
        const place = placeOf(event.target);
        if (place !== null) setAt(place);
      }}
      onDoubleClick={(event) => {
        const place = placeOf(event.target);
        if (place !== null) startEditing(place, null);
      }}
    >
      <thead>
        <tr className={styles.head} aria-rowindex={1}>
          <th scope="col" className={styles.first}>
            {t("review.rowHead")}
          </th>
          {pages.fields.map((field) => (
            <th key={field} scope="col" className={styles.headCell} title={words.field(field)}>
              {words.field(field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.content} style={content}>
        {places.map((place) => (
          <GridRow
            key={place}
            place={place}
            top={(place - sight.base) * (tall ? TALL_ROW : ROW)}
            words={words}
            tall={tall}
            row={pages.rowAt(place)}
            fields={pages.fields}
            activeColumn={place === at.row ? at.column : null}
            editing={editing?.row === place ? editing : null}
            onCommit={onCommit}
            onCancel={stopEditing}
            onLeaveOut={onLeaveOut}
          />
        ))}
      </tbody>
    </table>
  );
}
