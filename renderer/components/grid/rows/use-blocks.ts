import { useQueryClient } from "@tanstack/react-query";
import { type ClipboardEvent, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SECRET_FIELDS } from "../../../../preload/fields.ts";
import type { RowPage, StagedRow } from "../../../../preload/types.ts";
import { announce } from "../../../kit/messages/announce.tsx";
import { showError } from "../../../kit/messages/show-error.tsx";
import type { RowSource } from "./row-source.ts";
import { fromTableText, toTableHtml, toTableText } from "./table-text.ts";
import type { GridCorrections, ManyCells } from "./use-corrections.ts";
import { ROWS_OF_PAGE, type RowPages } from "./use-row-pages.ts";
import type { Block, Selection } from "./use-selection.ts";

/** Rows that can be copied or changed at once, at most. */
const MOST_ROWS = 5_000;
/** Cells that one change may hold, at most. */
const MOST_CELLS = 20_000;

export interface Blocks {
  copy(event: ClipboardEvent): void;
  paste(event: ClipboardEvent): void;
  /** Copies the first selected row into the others; a single row is filled from the one above. */
  fillDown(): void;
  /** Empties the selected cells. */
  empty(): void;
}

/** Blocks of cells, as spreadsheets do: copied, pasted, filled down, emptied; each one change. */
export function useBlocks(about: {
  readonly source: RowSource;
  readonly pages: RowPages;
  readonly selection: Selection;
  readonly corrections: GridCorrections;
}): Blocks {
  const { source, pages, selection, corrections } = about;
  const { block, isWide } = selection;
  const { t } = useTranslation("import");
  const client = useQueryClient();
  const { fields, total } = pages;
  const query = (page: number) => source({ offset: page * ROWS_OF_PAGE, limit: ROWS_OF_PAGE });
  const pageOf = (row: number) => Math.floor(row / ROWS_OF_PAGE);
  const tooMany = ({ top, bottom }: Pick<Block, "top" | "bottom">) => {
    const isMore = bottom - top >= MOST_ROWS;
    if (isMore) announce(t("review.block.tooMany", { count: MOST_ROWS }));
    return isMore;
  };
  // What is selected can be copied at once when the person asks for it.
  const first = pageOf(block.top);
  const last = Math.min(pageOf(block.bottom), first + MOST_ROWS / ROWS_OF_PAGE);
  useEffect(() => {
    if (!isWide) return;
    for (let page = first; page <= last; page += 1) {
      void client.prefetchQuery({ ...query(page), staleTime: Number.POSITIVE_INFINITY });
    }
  }, [isWide, first, last]);

  const known = (row: number): StagedRow | undefined =>
    client.getQueryData<RowPage>(query(pageOf(row)).queryKey)?.rows[row % ROWS_OF_PAGE];

  /** Puts values into cells, each told by its place; hidden columns and what lies outside are left. */
  async function put(
    kind: ManyCells["kind"],
    { top, bottom, left, right }: Block,
    valueAt: (row: number, column: number, rows: readonly StagedRow[]) => string,
  ): Promise<void> {
    const rows: StagedRow[] = [];
    for (let page = pageOf(top); page <= pageOf(bottom); page += 1) {
      const { rows: loaded } = await client.fetchQuery(query(page));
      const from = page * ROWS_OF_PAGE;
      rows.push(...loaded.filter((_, at) => from + at >= top && from + at <= bottom));
    }
    const cells = rows.flatMap((row, at) =>
      fields.slice(left - 1, right).flatMap((field, place) => {
        const column = left + place;
        const before = row.values[column - 1] ?? "";
        const value = valueAt(at, column - left, rows);
        const isSame = SECRET_FIELDS.has(field) || before === value;
        return isSame ? [] : [{ index: row.index, field, value }];
      }),
    );
    if (cells.length > MOST_CELLS) announce(t("review.block.tooManyCells", { count: MOST_CELLS }));
    else if (cells.length > 0) corrections.correctCells?.({ kind, cells });
  }
  const start = (...what: Parameters<typeof put>): void => {
    if (!tooMany(what[1])) put(...what).catch(showError);
  };

  return {
    copy(event) {
      if (isElsewhere(event) || total === 0) return;
      event.preventDefault();
      if (tooMany(block)) return;
      const copied: (readonly string[])[] = [];
      for (let row = block.top; row <= block.bottom; row += 1) {
        const values = known(row)?.values;
        if (values === undefined) {
          announce(t("review.block.notYet"));
          return;
        }
        copied.push(values.slice(block.left - 1, block.right));
      }
      event.clipboardData.setData("text/plain", toTableText(copied));
      event.clipboardData.setData("text/html", toTableHtml(copied));
      announce(t("review.block.copied", { count: copied.length * (copied[0]?.length ?? 0) }));
    },
    paste(event) {
      const text = event.clipboardData.getData("text/plain");
      if (isElsewhere(event) || text === "" || corrections.correctCells === undefined) return;
      event.preventDefault();
      const cells = fromTableText(text);
      const [[only, ...others] = [], ...more] = cells;
      if (only !== undefined && others.length === 0 && more.length === 0) {
        start("paste", block, () => only);
        return;
      }
      const width = Math.max(...cells.map((row) => row.length));
      const bottom = Math.min(total - 1, block.top + cells.length - 1);
      const right = Math.min(fields.length, block.left + width - 1);
      start("paste", { ...block, bottom, right }, (row, column, rows) => {
        const kept = rows[row]?.values[block.left + column - 1] ?? "";
        return cells[row]?.[column] ?? kept;
      });
    },
    fillDown() {
      const top = block.top === block.bottom ? block.top - 1 : block.top;
      if (top < 0) return;
      start("fill", { ...block, top }, (_, column, rows) => {
        return rows[0]?.values[block.left + column - 1] ?? "";
      });
    },
    empty: () => start("empty", block, () => ""),
  };
}

/** A cell's own text field keeps its keys and its clipboard. */
function isElsewhere({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLInputElement;
}
