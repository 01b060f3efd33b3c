import { KEY_FIELDS } from "../../../../preload/fields.ts";
import type { ListColumn, Mapping } from "../../../../preload/types.ts";
import { folded } from "../../../common/folded.ts";
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
  /** Rows with another key in each; further phones and addresses are a customer's own. */
  readonly differing: FoundRows | null;
}

/** Rows with a value of their own in the other of two columns of one name, of which only the first is sent. */
export function watchTwinColumns(columns: readonly ListColumn[], mapping: Mapping) {
  const used = new Set(mapping.flatMap((entry) => entry.columns));
  const alone = new Set(
    mapping.flatMap((entry) => (entry.columns.length === 1 ? entry.columns : [])),
  );
  const keys = new Set(
    mapping.flatMap(({ field, columns: used }) => (KEY_FIELDS.has(field) ? used : [])),
  );
  const named = new Map(columns.map((column) => [column.header.toLowerCase(), column]));
  // Beside a field of that name an export of this program has a column of its own.
  const twins = (isOwnExport(columns) ? [] : columns).flatMap(
    ({ index, header }): readonly Twin[] => {
      const first = named.get(SECOND.exec(header)?.[1]?.toLowerCase() ?? "");
      if (first === undefined || used.has(index) || !alone.has(first.index)) return [];
      const isKey = keys.has(first.index);
      const rows = { found: createFoundRows(), differing: isKey ? createFoundRows() : null };
      return [{ sent: first.index, other: index, header: first.header, ...rows }];
    },
  );
  return {
    add({ number, cells }: SourceRow): void {
      for (const { sent, other, found, differing } of twins) {
        const first = cells[sent] ?? "";
        const second = cells[other] ?? "";
        if (isBlankCell(second)) continue;
        if (isBlankCell(first)) found.add(number);
        else if (differing !== null && folded(first) !== folded(second)) differing.add(number);
      }
    },
    findings: (): readonly SourceNotice[] =>
      twins.flatMap(({ header: column, found, differing }) => [
        ...twinNotice("values-in-twin", column, found),
        ...(differing === null ? [] : twinNotice("values-differ-in-twin", column, differing)),
      ]),
  };
}

function twinNotice(
  code: string,
  column: string,
  { count, rows }: FoundRows,
): readonly SourceNotice[] {
  const params = { count, row: rows[0] ?? 0, column };
  return count === 0 ? [] : [{ code, params, rows, column }];
}
