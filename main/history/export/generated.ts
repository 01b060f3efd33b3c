import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../database/open.ts";
import { t } from "../../text.ts";
import type { Vault } from "../../vault/vault.ts";
import { generatedByBatch } from "../generated.ts";
import type { Table } from "../tables/table.ts";
import { fieldHeaders, secretNotes, withoutSecrets } from "./columns.ts";

/** The ids that the platform made up, each beside the row it belongs to. */
export function generatedTable(
  db: Database,
  vault: Vault,
  importId: number,
  fields: readonly FieldName[],
): Table {
  return {
    sheetName: t("words:export.sheets.generated"),
    header: [
      ...fieldHeaders(fields),
      t("words:export.row"),
      t("words:export.generated-code"),
      t("words:export.generated-card"),
    ],
    rows: linesOf(db, vault, importId, fields),
    notes: [t("words:export.generated-note"), ...secretNotes(fields)],
  };
}

function* linesOf(
  db: Database,
  vault: Vault,
  importId: number,
  fields: readonly FieldName[],
): Generator<readonly (readonly string[])[]> {
  const clean = withoutSecrets(fields);
  const nothing = fields.map(() => "");
  for (const generated of generatedByBatch(db, vault, importId, fields)) {
    yield generated.map(({ row, ids }) => [
      ...(row === undefined ? nothing : clean(row.values)),
      row === undefined ? "" : String(row.row),
      ids.code ?? "",
      ids.cardNumber ?? "",
    ]);
  }
}
