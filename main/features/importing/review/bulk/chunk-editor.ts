import type { FieldName } from "../../../../../preload/fields.ts";
import { AppError } from "../../../../common/errors.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { cleanCorrected } from "../../../../pipeline/mapping/apply.ts";
import { endsRagged } from "../../../../pipeline/staging/corrected.ts";
import {
  createProblemWriter,
  problemsOfRows,
  REPEAT_SEQ,
  RULE_SEQ,
  statusOf,
} from "../../../../pipeline/staging/problem-rows.ts";
import { checkProblems } from "../../../../pipeline/staging/stage-once.ts";
import { createPhoneWriter } from "../../../../pipeline/validation/phones.ts";
import { createRowRules } from "../../../../pipeline/validation/row-rules.ts";
import { takesAmountsOnly } from "../../../../records/connections/campaign-kinds.ts";
import { phoneCountryOf } from "../../../../records/connections/phone-country.ts";
import { CHUNK_ROWS, readChunk } from "../../../../records/drafts/chunks.ts";
import {
  readCorrections,
  withCorrections,
  writeCorrection,
} from "../../../../records/drafts/corrected-values.ts";
import { isClosed } from "../../../../records/drafts/sent-rows.ts";
import { LEFT_OUT, REPEATED, TRIED } from "../../../../records/drafts/status.ts";
import type { StoredRow } from "../../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { CheckedWith } from "../checked-with.ts";
import type { ChangedRow } from "./bulk-types.ts";

/**
 * Changes many cells of one field, or leaves many rows out; a chunk at a time. Rows that have gone
 * out stay as they are.
 */
export interface ChunkEditor {
  /** The rows of a chunk, with the corrected values of the field. */
  open(chunk: number): OpenChunk;
  /** Inside a transaction: puts values in place of those that were read; null takes corrections back. */
  setValues(open: OpenChunk, wanted: readonly ChangedRow[]): void;
  /** Inside a transaction. */
  setLeftOut(chunk: number, indexes: readonly number[], leftOut: boolean): void;
  /** The correction that makes a cell hold this value: null where it was read so. */
  correctionFor(open: OpenChunk, index: number, value: string): string | null;
}

export interface OpenChunk {
  readonly chunk: number;
  readonly rows: readonly StoredRow[];
  readonly corrections: ReturnType<typeof readCorrections>;
  /** The value that a cell of the field holds now. */
  valueAt(index: number): string;
  /** The correction of that cell; null where it holds what was read. */
  correctionAt(index: number): string | null;
}

export function createChunkEditor(
  db: Database,
  vault: Vault,
  about: {
    readonly stagingId: number;
    readonly fields: readonly FieldName[];
    readonly field: FieldName | null;
    readonly checked: CheckedWith;
  },
): ChunkEditor {
  const { stagingId, fields, field, checked } = about;
  const entry = checked.mapping.find((each) => each.field === field);
  const place = field === null ? -1 : fields.indexOf(field);
  const { mapping, options, columns } = checked;
  const amountsOnly = takesAmountsOnly(db, options);
  const country = phoneCountryOf(db, options);
  const rules = createRowRules(mapping, options, columns, amountsOnly, country);
  const writePhone = createPhoneWriter(mapping, country);
  const hide = db.prepare(
    `UPDATE staged_problems SET hidden = ?
     WHERE staging_id = ? AND row_index = ? AND field = ? AND origin = 'read'`,
  );
  const hideRagged = db.prepare(
    `UPDATE staged_problems SET hidden = ? WHERE staging_id = ? AND row_index = ? AND field IS NULL
       AND code IN ('row-too-long', 'row-too-short', 'row-lacks-value', 'row-open-quote')
       AND origin = 'read'`,
  );
  const removeFound = db.prepare(
    `DELETE FROM staged_problems
     WHERE staging_id = ? AND row_index = ? AND seq >= ${RULE_SEQ} AND seq < ${REPEAT_SEQ}`,
  );
  const readBytes = db
    .prepare("SELECT status FROM staged_chunks WHERE staging_id = ? AND chunk = ?")
    .pluck();
  const writeBytes = db.prepare(
    "UPDATE staged_chunks SET status = ? WHERE staging_id = ? AND chunk = ?",
  );
  const insertProblem = createProblemWriter(db, stagingId);

  function changeBytes(chunk: number, change: (bytes: Buffer) => void): void {
    const bytes = readBytes.get(stagingId, chunk) as Buffer;
    change(bytes);
    writeBytes.run(bytes, stagingId, chunk);
  }

  return {
    open(chunk) {
      const rows = readChunk(db, vault, stagingId, chunk);
      const from = chunk * CHUNK_ROWS;
      const corrections = readCorrections(db, vault, stagingId, from, from + CHUNK_ROWS);
      const valueAt = (index: number) => {
        const values = rows[index - from]?.[1] ?? [];
        return withCorrections(values, fields, corrections.get(index))[place] ?? "";
      };
      const correctionAt = (index: number) =>
        (field === null ? undefined : corrections.get(index)?.get(field)) ?? null;
      return { chunk, rows, corrections, valueAt, correctionAt };
    },
    correctionFor({ chunk, rows, corrections }, index, value) {
      if (entry === undefined) throw new AppError("not-found", { params: { what: "column" } });
      const typed = cleanCorrected(entry, value);
      const read = rows[index - chunk * CHUNK_ROWS]?.[1] ?? [];
      const values = withCorrections(read, fields, corrections.get(index));
      const clean = place in values ? writePhone(values.with(place, typed))[place] : typed;
      return clean === undefined || read[place] === clean ? null : clean;
    },
    setValues({ chunk, rows, corrections }, wanted) {
      if (field === null) return;
      const from = chunk * CHUNK_ROWS;
      const status = readBytes.get(stagingId, chunk) as Buffer;
      const changes = wanted.filter(([index]) => !isClosed(status[index - from]));
      for (const [index, value] of changes) {
        const [row, read] = rows[index - from] ?? [0, []];
        const own = new Map(corrections.get(index) ?? []);
        if (value === null) own.delete(field);
        else own.set(field, value);
        writeCorrection(db, vault, stagingId, { index, field, value });
        hide.run(Number(value !== null), stagingId, index, field);
        hideRagged.run(Number(endsRagged(checked.mapping, own)), stagingId, index);
        removeFound.run(stagingId, index);
        const found = rules({ row, values: withCorrections(read, fields, own) });
        for (const problem of checkProblems(found)) insertProblem(index, problem);
      }
      const indexes = changes.map(([index]) => index);
      const shown = problemsOfRows(db, stagingId, indexes);
      changeBytes(chunk, (bytes) => {
        for (const index of indexes) {
          const left = (bytes[index - from] ?? 0) & (LEFT_OUT | REPEATED | TRIED);
          bytes[index - from] = statusOf(shown.get(index) ?? []) | left;
        }
      });
    },
    setLeftOut(chunk, indexes, leftOut) {
      const from = chunk * CHUNK_ROWS;
      changeBytes(chunk, (bytes) => {
        for (const index of indexes) {
          const byte = bytes[index - from] ?? 0;
          if (isClosed(byte)) continue;
          bytes[index - from] = leftOut ? byte | LEFT_OUT : byte & ~LEFT_OUT;
        }
      });
    },
  };
}
