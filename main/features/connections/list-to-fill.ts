import { dirname } from "node:path";
import { STANDARD_FIELDS } from "../../../preload/fields.ts";
import type { CustomFieldLabel, SavedFile } from "../../../preload/types.ts";
import { fieldWord } from "../../common/field-word.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { nameForFile } from "../../common/system/file-names.ts";
import type { TableFormat } from "../../common/tables/table.ts";
import { writeTable } from "../../common/tables/write-table.ts";
import { t } from "../../common/text.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";

/**
 * The headers of a list to fill in: every field in the person's language, then the account's own by
 * their labels. A label that another header has already gives way to the field's number.
 */
export function headersToFill(customFields: readonly CustomFieldLabel[]): readonly string[] {
  const headers = STANDARD_FIELDS.map((field) => fieldWord(field));
  const taken = new Set(headers.map((header) => header.toLowerCase()));
  for (const { field, label } of customFields) {
    const name = label.trim();
    const isFree = name !== "" && !taken.has(name.toLowerCase());
    const header = isFree ? name : fieldWord(field);
    taken.add(header.toLowerCase());
    headers.push(header);
  }
  return headers;
}

/**
 * Writes an empty list; in a workbook, cells are formatted as text so that codes keep their zeros.
 * @throws AppError export-not-written | disk-full | name-reserved
 */
export async function writeListToFill(
  path: string,
  format: TableFormat,
  customFields: readonly CustomFieldLabel[],
): Promise<void> {
  await writeTable(path, format, {
    sheetName: t("words:list-to-fill.sheet"),
    header: headersToFill(customFields),
    rows: [],
    notes: [],
  });
}

/** The same, handed to the person under the connection's name. */
export async function saveListToFill(
  db: Database,
  saveFile: Host["saveFile"],
  {
    name,
    customFields,
  }: { readonly name: string; readonly customFields: readonly CustomFieldLabel[] },
): Promise<SavedFile> {
  const path = outgoingPath(dirname(db.name), "xlsx");
  await writeListToFill(path, "xlsx", customFields);
  return await saveFile(path, `${nameForFile(t("words:list-to-fill.file", { name }))}.xlsx`);
}
