import type { ListColumn, Mapping } from "../../../../preload/types.ts";
import { isBlankCell } from "../../sources/data-rows.ts";
import type { SourceNotice, SourceRow } from "../../sources/source.ts";
import { isOwnExport } from "../own-export.ts";
import { createFoundRows, type FoundRows } from "./found-rows.ts";

/** How headers are made distinct that stand twice in the list. */
const SECOND = /^(.+) \(\d+\)$/u;

interface Twin {
  readonly sent: number;
  readonly other: number;
  readonly header: string;
  readonly found: FoundRows;
}

/** Rows whose value stands in the other of two columns of one name, of which only the first is sent. */
export function watchTwinColumns(columns: readonly ListColumn[], mapping: Mapping) {
  const used = new Set(mapping.flatMap((entry) => entry.columns));
  const alone = new Set(
    mapping.flatMap((entry) => (entry.columns.length === 1 ? entry.columns : [])),
  );
  const named = new Map(columns.map((column) => [column.header.toLowerCase(), column]));
  // Beside a field of that name an export of this program has a column of its own.
  const twins = (isOwnExport(columns) ? [] : columns).flatMap(
    ({ index, header }): readonly Twin[] => {
      const first = named.get(SECOND.exec(header)?.[1]?.toLowerCase() ?? "");
      if (first === undefined || used.has(index) || !alone.has(first.index)) return [];
      return [{ sent: first.index, other: index, header: first.header, found: createFoundRows() }];
    },
  );
  return {
    add({ number, cells }: SourceRow): void {
      for (const { sent, other, found } of twins) {
        if (isBlankCell(cells[sent] ?? "") && !isBlankCell(cells[other] ?? "")) found.add(number);
      }
    },
    findings: (): readonly SourceNotice[] =>
      twins.flatMap(({ header: column, found: { count, rows } }) => {
        const params = { count, row: rows[0] ?? 0, column };
        return count === 0 ? [] : [{ code: "values-in-twin", params, rows, column }];
      }),
  };
}
