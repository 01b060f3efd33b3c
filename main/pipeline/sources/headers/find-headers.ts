import { isBlank } from "../data-rows.ts";
import type { SourceNotice, SourceRow } from "../source.ts";
import { proposeHeaderRow } from "./header-row.ts";
import { headerShift, shifted, valuesBeyond } from "./header-shift.ts";
import { goesOnFromAbove, headingLines } from "./heading-lines.ts";

export interface FoundHeaders {
  /** 1-based, the last row of the headers; 0 where there are none. */
  readonly headerRow: number;
  /** The headers, where they are not the cells of that row. */
  readonly cells?: readonly string[];
  readonly notices: readonly SourceNotice[];
}

/** Where the headers stand and what they are, as chosen or as the rows show it. */
export function findHeaders(
  rows: readonly SourceRow[],
  choice: { readonly headerRow?: number; readonly headerShift?: -1 | 0 | 1 },
): FoundHeaders {
  const found = withRowsBelow(rows, inLines(rows, choice.headerRow), choice.headerRow);
  if (found.headerRow === 0) return found;
  const cells = found.cells ?? rows.find(({ number }) => number === found.headerRow)?.cells ?? [];
  const shift = headerShift(rows, found.headerRow, cells);
  if (shift === null) {
    const values = valuesBeyond(rows, found.headerRow, cells);
    if (values === 0) return found;
    const params = { headers: cells.length, values, count: values - cells.length };
    return { ...found, notices: [...found.notices, { code: "header-missing", params }] };
  }
  const by = choice.headerShift ?? (shift.proven ? shift.by : 0);
  const [moved, asTheyStand] =
    shift.by === 1
      ? (["headers-shifted", "header-missing"] as const)
      : (["headers-moved", "header-spare"] as const);
  const notice: SourceNotice = {
    code: by === 0 ? asTheyStand : moved,
    params: { headers: cells.length, values: cells.length + shift.by, count: 1 },
    remedy: { headerShift: by === 0 ? shift.by : 0 },
  };
  return {
    headerRow: found.headerRow,
    cells: by === 0 ? cells : shifted(cells, by),
    notices: [...found.notices, notice],
  };
}

/** A guess of the headers never leaves a list without rows. */
function withRowsBelow(
  rows: readonly SourceRow[],
  found: FoundHeaders,
  chosen: number | undefined,
): FoundHeaders {
  const used = rows.filter((row) => !isBlank(row));
  const [first] = used;
  const hasRows = used.some(({ number }) => number > found.headerRow);
  if (chosen !== undefined || hasRows || first === undefined || used.length < 2) return found;
  return { headerRow: first.number, notices: [] };
}

function inLines(rows: readonly SourceRow[], chosen: number | undefined): FoundHeaders {
  if (chosen !== undefined) return { headerRow: chosen, notices: [] };
  const likely = proposeHeaderRow(rows);
  const proposed = goesOnFromAbove(rows, likely) ? likely - 1 : likely;
  const lines = headingLines(rows, proposed);
  const params = { first: proposed, last: proposed + 1 };
  switch (lines.kind) {
    case "one":
      return { headerRow: likely, notices: [] };
    case "twice":
      return {
        headerRow: proposed + 1,
        cells: lines.cells,
        notices: [{ code: "headers-in-two-languages", params, rows: [proposed, proposed + 1] }],
      };
    case "titles":
      return {
        headerRow: proposed + 1,
        notices: [
          {
            code: "titles-above-headers",
            params,
            rows: [proposed],
            remedy: { headerRow: proposed },
          },
        ],
      };
    case "two":
      return {
        headerRow: proposed + 1,
        cells: lines.cells,
        notices: [
          {
            code: "headers-joined",
            params,
            rows: [proposed, proposed + 1],
            remedy: { headerRow: proposed },
          },
        ],
      };
  }
}
