import type { FieldName } from "../../../preload/fields.ts";
import type { Connection, FileReading, ImportOptions, Mapping } from "../../../preload/types.ts";
import { fieldWord } from "../../common/field-word.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { t } from "../../common/text.ts";
import { statusOf } from "../../pipeline/staging/problem-rows.ts";
import { createRowWriter, type RowWriter } from "../../pipeline/staging/row-writer.ts";
import { checkSignature, sourceSignature } from "../../pipeline/staging/signature.ts";
import { checkProblems } from "../../pipeline/staging/stage-once.ts";
import { createRowRules, type RowRules } from "../../pipeline/validation/row-rules.ts";
import { beginStaging, dropStaging } from "../../records/drafts/stagings.ts";
import { LEFT_OUT } from "../../records/drafts/status.ts";
import { requireRestoreConnection } from "../../records/imports/arrivals/find-connection.ts";
import { lastCampaigns } from "../../records/imports/corrections/campaign-store.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import { readSendOrder } from "../../records/imports/send-order.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { restoreKey, restoreRow } from "./plan/restore-row.ts";
import { walkUndo } from "./plan/walk.ts";

/** Rows of one set of fields that put earlier values back; staged, not yet in force. */
export interface PreparedRestore {
  readonly stagingId: number;
  readonly importId: number;
  readonly fileName: string;
  /** Names the rows in the place of a file; there is none. */
  readonly path: string;
  readonly reading: FileReading;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly connection: Connection;
  readonly rowBytes: number;
  /** When it was compared with what was sent (`readSendOrder`). */
  readonly comparedAt: number;
}

export const NO_STAMP = { size: 0, modifiedAt: 0 } as const;

interface Group {
  readonly stagingId: number;
  readonly setup: Omit<PreparedRestore, "stagingId" | "reading" | "rowBytes">;
  readonly rules: RowRules;
  readonly writer: RowWriter;
  readonly fields: readonly FieldName[];
  rows: number;
}

/**
 * Stages the rows that put back what an import changed, one staging per set of fields: a field
 * that is not to be restored must not be sent, not even empty. The caller puts the stagings in
 * force (drafts) or queues them.
 * @param leaveOut customers (`restoreKey`) whom a person has left out
 * @throws AppError as `requireRestoreConnection`
 */
export function prepareRestores(
  db: Database,
  vault: Vault,
  importId: number,
  leaveOut: ReadonlySet<string> = new Set(),
): readonly PreparedRestore[] {
  const { summary } = readSetup(db, importId);
  const connection = requireRestoreConnection(db, importId);
  const restoring: ImportOptions = {
    connectionId: connection.id,
    // Customers are members of these already; a batch must name one at least.
    campaigns: lastCampaigns(db, importId),
    duplicates: "update",
    generateCardNumbers: null,
    keepUndoState: true,
    repeatedRows: "keep-all",
  };
  const groups = new Map<string, Group>();
  const comparedAt = readSendOrder(db);
  try {
    for (const chunk of walkUndo(db, vault, importId)) {
      for (const step of chunk) {
        const back = step.kind === "customer" ? restoreRow(step.customer) : null;
        if (back === null || step.kind !== "customer") continue;
        const name = back.fields.join();
        const group =
          groups.get(name) ??
          beginGroup(db, vault, back.fields, {
            ...{ importId, connection, comparedAt },
            options: restoring,
            fileName: summary.fileName,
          });
        groups.set(name, group);
        const row = { row: step.customer.row.row, values: back.values };
        const problems = group.rules(row);
        const out = leaveOut.has(restoreKey(back.fields, back.values)) ? LEFT_OUT : 0;
        group.writer.add(row, statusOf(problems) | out, checkProblems(problems));
        group.rows += 1;
      }
    }
    return [...groups.values()].map((group) => endGroup(group, groups.size > 1));
  } catch (error) {
    for (const { stagingId } of groups.values()) dropStaging(db, stagingId);
    throw error;
  }
}

function beginGroup(
  db: Database,
  vault: Vault,
  fields: readonly FieldName[],
  about: Pick<Group["setup"], "importId" | "connection" | "comparedAt" | "options" | "fileName">,
): Group {
  const mapping: Mapping = fields.map((field, index) => ({
    field,
    columns: [index],
    transforms: [],
    confidence: "certain",
  }));
  const path = `restore:${about.importId}:${fields.join()}`;
  const source = restoreSource(vault, path);
  const signature = checkSignature(db, vault, source, { mapping, options: about.options });
  const stagingId = beginStaging(db, { fields, source, signature });
  return {
    stagingId,
    setup: { ...about, mapping, path },
    rules: createRowRules(mapping, about.options, columnsOf(fields)),
    writer: createRowWriter(db, vault, { id: stagingId, fields }),
    fields,
    rows: 0,
  };
}

/** The signature that the draft's own reading leads to. */
function restoreSource(vault: Vault, path: string): string {
  const choice = { sheet: t("words:undo.sheet"), headerRow: 1 };
  return sourceSignature(vault, { path, stamp: NO_STAMP, choice });
}

function endGroup(
  { stagingId, setup, writer, fields, rows }: Group,
  ofSeveral: boolean,
): PreparedRestore {
  const { rowBytes } = writer.end();
  const sheet = t("words:undo.sheet");
  return {
    ...setup,
    fileName: nameOf(setup, ofSeveral ? fields.slice(1) : []),
    stagingId,
    rowBytes,
    reading: {
      format: "csv",
      encoding: null,
      delimiter: null,
      sheets: [{ name: sheet, hidden: false, rows: rows + 1, columns: fields.length }],
      sheet,
      headerRow: 1,
      columns: columnsOf(fields),
      firstRows: [],
      notices: [],
    },
  };
}

/** Fields that a name tells at most. */
const NAMED_FIELDS = 3;

/** Names the undone import; of several restores of one undo, what each puts back as well. */
function nameOf(
  { importId: id, fileName: file }: Pick<Group["setup"], "importId" | "fileName">,
  fields: readonly FieldName[],
): string {
  if (fields.length === 0) return t("words:undo.file-name", { id, file });
  const named = fields.slice(0, NAMED_FIELDS).map(fieldWord).join(", ");
  const more = fields.length - NAMED_FIELDS;
  const all = more > 0 ? t("words:undo.fields-more", { fields: named, count: more }) : named;
  return t("words:undo.file-name-of", { id, file, fields: all });
}

function columnsOf(fields: readonly FieldName[]) {
  return fields.map((header, index) => ({ index, header, samples: [] }));
}
