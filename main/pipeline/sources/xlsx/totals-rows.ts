import type { CellMark, SourceRow } from "../source.ts";
import { visitElements } from "../xml/elements.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";
import { readRelationships } from "./package-parts.ts";

const MAX_TABLES = 100;
const MAX_TABLE_BYTES = 4 * 1024 * 1024;
const LAST_ROW = /:\$?[A-Z]{1,3}\$?(\d{1,7})$/i;

/** Row numbers of the totals that tables of a sheet have below their rows (`totalsRowCount`). */
export async function readTotalsRows(archive: Archive, part: string): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  const links = await readRelationships(archive, part);
  const tables = links.filter(({ type, target }) => type === "table" && archive.has(target));
  for (const { target } of tables.slice(0, MAX_TABLES)) {
    await visitElements(asUtf8(archive.pieces(target, MAX_TABLE_BYTES)), {
      open({ name, attribute }) {
        if (name !== "table") return;
        const last = Number(LAST_ROW.exec(attribute("ref") ?? "")?.[1] ?? 0);
        const count = Math.min(Number(attribute("totalsRowCount") ?? 0) || 0, 1);
        if (last > 0 && count > 0) found.add(last);
      },
    });
  }
  return found;
}

/** The rows, those of totals marked as such in all their cells. */
export function markTotals(
  rows: readonly SourceRow[],
  totals: ReadonlySet<number>,
): readonly SourceRow[] {
  if (totals.size === 0) return rows;
  return rows.map((row) =>
    totals.has(row.number)
      ? { ...row, marks: new Map(row.cells.map((_, at): [number, CellMark] => [at, "total"])) }
      : row,
  );
}
