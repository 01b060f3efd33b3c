import type { FieldName } from "../../../../preload/fields.ts";
import { rowName } from "../../../../preload/lists/list-row.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { fieldCells, fieldHeaders, secretNotes } from "../../../common/tables/columns.ts";
import type { Cell, Table } from "../../../common/tables/table.ts";
import { t } from "../../../common/text.ts";
import { generatedByBatch } from "../../../pipeline/generated/generated.ts";
import type { Vault } from "../../../records/vault/vault.ts";

interface SentFields {
  readonly fields: readonly FieldName[];
  readonly sheet: string;
}

/** The ids that the platform made up, each beside the row it belongs to. */
export function generatedTable(
  db: Database,
  vault: Vault,
  importId: number,
  about: SentFields,
): Table {
  const { fields } = about;
  return {
    sheetName: t("words:export.sheets.generated"),
    header: [
      ...fieldHeaders(fields),
      t("words:export.row"),
      t("words:export.generated-code"),
      t("words:export.generated-card"),
    ],
    rows: linesOf(db, vault, importId, about),
    notes: [t("words:export.generated-note"), ...secretNotes(fields)],
  };
}

function* linesOf(
  db: Database,
  vault: Vault,
  importId: number,
  { fields, sheet }: SentFields,
): Generator<readonly (readonly Cell[])[]> {
  const clean = fieldCells(fields);
  const nothing = fields.map(() => "");
  for (const generated of generatedByBatch(db, vault, importId, fields)) {
    yield generated.map(({ row, ids }) => [
      ...(row === undefined ? nothing : clean(row.values)),
      row === undefined ? "" : String(rowName(row.row, sheet)),
      ids.code ?? "",
      ids.cardNumber ?? "",
    ]);
  }
}
