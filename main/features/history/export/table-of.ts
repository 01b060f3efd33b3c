import { assertNever } from "../../../../preload/assert-never.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { rowName } from "../../../../preload/lists/list-row.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { fieldCells, fieldHeaders, secretNotes } from "../../../common/tables/columns.ts";
import type { Table } from "../../../common/tables/table.ts";
import { t } from "../../../common/text.ts";
import { readSetup } from "../../../records/imports/import-record.ts";
import { readSettings } from "../../../records/settings.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { generatedTable } from "./generated.ts";
import { type Leftover, readLeftovers } from "./leftovers.ts";
import { mergeByRow } from "./merge.ts";
import { readSentRows, type SentRow } from "./sent-rows.ts";

export type ExportWhat = "all" | "invalid" | "left-out" | "rejected" | "generated";

/** A row of an export before its fields are put in columns. */
interface Line {
  readonly row: number;
  readonly values: readonly string[];
  /** The amount is as it was typed. */
  readonly isOpen?: boolean;
  readonly state: string;
  readonly reason: string;
}

/**
 * What an export of an import holds. Fields first, then what became of each row, so that the file
 * can be corrected and imported again as it is.
 * @throws AppError "not-found"
 */
export function tableOf(db: Database, vault: Vault, importId: number, what: ExportWhat): Table {
  const { mapping, sheet } = readSetup(db, importId);
  const fields = mapping.map((entry) => entry.field);
  const table = tableWith(fields, sheet);
  switch (what) {
    case "all": {
      const sent = readSentRows(db, vault, importId);
      const left = readLeftovers(db, vault, importId);
      return table(
        what,
        mergeByRow(mapped(sent.chunks, sentLine), mapped(left, leftoverLine)),
        purgedNote(db, sent.purged),
      );
    }
    case "invalid":
    case "left-out": {
      const left = mapped(readLeftovers(db, vault, importId), (each) =>
        isInvalid(each) === (what === "invalid") ? leftoverLine(each) : null,
      );
      return table(what, left, []);
    }
    case "rejected": {
      const sent = readSentRows(db, vault, importId, (batch) => batch.state === "rejected");
      return table(what, mapped(sent.chunks, sentLine), purgedNote(db, sent.purged));
    }
    case "generated":
      return generatedTable(db, vault, importId, { fields, sheet });
    default:
      return assertNever(what);
  }
}

function tableWith(fields: readonly FieldName[], sheet: string) {
  const clean = fieldCells(fields);
  const cells = ({ values, isOpen, row, state, reason }: Line) => [
    ...clean(values, isOpen),
    String(rowName(row, sheet)),
    state,
    reason,
  ];
  return (
    what: ExportWhat,
    lines: Iterable<readonly Line[]>,
    purged: readonly string[],
  ): Table => ({
    sheetName: t(`words:export.sheets.${what}`),
    header: [
      ...fieldHeaders(fields),
      t("words:export.row"),
      t("words:export.state"),
      t("words:export.reason"),
    ],
    rows: mapped(lines, cells),
    notes: [...secretNotes(fields), ...purged],
  });
}

function purgedNote(db: Database, batches: number): readonly string[] {
  const days = readSettings(db).retentionDays;
  return batches > 0 ? [t("words:export.purged", { count: batches, days })] : [];
}

function sentLine(row: SentRow): Line {
  return { ...row, state: t(`words:states.${row.standing}`) };
}

function isInvalid(row: Leftover): boolean {
  return row.problems.some((problem) => problem.severity === "error");
}

function isOpenAmount({ field, severity }: Leftover["problems"][number]): boolean {
  return field === "auto_add" && severity === "error";
}

function leftoverLine(row: Leftover): Line {
  return {
    row: row.row,
    values: row.values,
    isOpen: row.problems.some(isOpenAmount),
    state: isInvalid(row) ? t("words:states.invalid") : t("words:export.left-out"),
    reason: row.problems.map((problem) => problem.message).join(" "),
  };
}

/** Chunk by chunk; what maps to null is left out. */
function* mapped<A, B>(
  chunks: Iterable<readonly A[]>,
  change: (item: A) => B | null,
): Generator<readonly B[]> {
  for (const chunk of chunks) {
    yield chunk.flatMap((item) => {
      const changed = change(item);
      return changed === null ? [] : [changed];
    });
  }
}
