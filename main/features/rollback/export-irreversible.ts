import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { rowName } from "../../../preload/lists/list-row.ts";
import { PRACTICE_ADDRESS } from "../../../preload/practice-address.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { fieldCells, fieldHeaders } from "../../common/tables/columns.ts";
import type { Cell, Table, TableFormat } from "../../common/tables/table.ts";
import { writeTable } from "../../common/tables/write-table.ts";
import { t } from "../../common/text.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import { requireRows } from "../../records/imports/rows-removed.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { amountsOf, irreversibleOf, irreversibleText } from "./plan/irreversible.ts";
import { walkUndo } from "./plan/walk.ts";

/**
 * Writes a list of what cannot be undone from here: one line a customer and kind, with the row as
 * it was sent, the fields concerned and what to do.
 * @throws AppError not-found | rows-removed | undo-nothing-left | export-not-written | disk-full
 */
export async function exportIrreversible(
  db: Database,
  vault: Vault,
  request: { readonly importId: number; readonly format: TableFormat; readonly path: string },
): Promise<{ readonly rows: number }> {
  const { mapping, summary, sheet } = readSetup(db, request.importId);
  const fields = mapping.map((entry) => entry.field);
  const practice = summary.address === PRACTICE_ADDRESS;
  const chunks = lines(db, vault, { importId: request.importId, fields, practice, sheet });
  let first = chunks.next();
  while (first.done !== true && first.value.length === 0) first = chunks.next();
  if (first.done === true) requireRows(db, request.importId);
  if (first.done === true) throw new AppError("undo-nothing-left");
  const head = first.value;
  const rows = (function* () {
    yield head;
    yield* chunks;
  })();
  const table: Table = {
    sheetName: t("words:undo.columns.what"),
    header: [
      t("words:export.row"),
      ...fieldHeaders(fields),
      t("words:undo.columns.what"),
      t("words:undo.columns.field"),
    ],
    rows,
    notes: fields.some((field) => SECRET_FIELDS.has(field))
      ? [
          t("words:export.secret", {
            fields: fields.filter((f) => SECRET_FIELDS.has(f)).join(", "),
          }),
        ]
      : [],
  };
  return await writeTable(request.path, request.format, table);
}

function* lines(
  db: Database,
  vault: Vault,
  about: {
    readonly importId: number;
    readonly fields: readonly FieldName[];
    readonly practice: boolean;
    readonly sheet: string;
  },
): Generator<readonly (readonly Cell[])[]> {
  const clean = fieldCells(about.fields);
  for (const chunk of walkUndo(db, vault, about.importId)) {
    yield chunk.flatMap((step) => {
      if (step.kind === "gone") return [];
      const { customer } = step;
      return irreversibleOf(customer).flatMap(({ kind, fields }) =>
        // Every amount stands in a row of its own.
        (kind === "auto-add" ? amountsOf(customer) : [customer]).map(({ row }) => [
          String(rowName(row.row, about.sheet)),
          ...clean(row.values),
          t(`words:undo.irreversible.${irreversibleText(kind, { ...about, total: null })}`, {
            count: 1,
          }),
          fields.join(", "),
        ]),
      );
    });
  }
}
