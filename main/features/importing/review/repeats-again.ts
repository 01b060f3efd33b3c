import { setImmediate as nextTurn } from "node:timers/promises";
import type { FieldName } from "../../../../preload/fields.ts";
import { rowName } from "../../../../preload/lists/list-row.ts";
import type { RowProblem } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import {
  createProblemWriter,
  damagedKeys,
  problemsOfRows,
  REPEAT_SEQ,
  rowsOfNoCustomers,
  statusOf,
} from "../../../pipeline/staging/problem-rows.ts";
import { checkProblems, isRepeat } from "../../../pipeline/staging/stage-once.ts";
import { createChecker, supersededProblem } from "../../../pipeline/validation/check.ts";
import { decidesRepeats, type RepeatField } from "../../../pipeline/validation/repeat-fields.ts";
import type { Standing } from "../../../pipeline/validation/repeats.ts";
import { CHUNK_ROWS, readChunk, writeStatus } from "../../../records/drafts/chunks.ts";
import { readCorrections, withCorrections } from "../../../records/drafts/corrected-values.ts";
import { isClosed } from "../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { ERROR, LEFT_OUT, REPEATED, TRIED } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { CheckedWith } from "./checked-with.ts";
import type { Review } from "./review.ts";

const CHUNKS_A_TURN = 8;

/** What repeats a row has a part in, and whether the rule leaves it out. */
interface RepeatOf {
  readonly problems: readonly RowProblem[];
  readonly leaveOut: boolean;
}

export type Repeats = ReadonlyMap<number, RepeatOf>;

/** A row as a correction makes it, before it is written. */
interface RowToCompare {
  readonly index: number;
  readonly corrections: ReadonlyMap<FieldName, string>;
  readonly inError: boolean;
}

/** What is about to be written: one corrected row, or other status bytes. */
interface Planned {
  readonly corrected?: RowToCompare;
  readonly status?: Uint8Array;
}

/** Finds the repeats of a whole list anew, as if what is planned were written already. */
export async function findRepeats(
  parts: { readonly db: Database; readonly vault: Vault; readonly review: Review },
  stagingId: number,
  checked: CheckedWith,
  { corrected, status = parts.review.status(stagingId) }: Planned = {},
): Promise<Repeats> {
  const { db, vault } = parts;
  const { fields } = getStaging(db, stagingId);
  const total = status.length;
  const corrections = new Map(readCorrections(db, vault, stagingId));
  if (corrected !== undefined) corrections.set(corrected.index, corrected.corrections);
  const damaged = damagedKeys(db, stagingId);
  const noCustomers = rowsOfNoCustomers(db, stagingId);
  const keys = checked.mapping.filter(({ field }) => decidesRepeats(field, checked.options));
  const places = keys.map((entry) => fields.indexOf(entry.field));
  const checker = createChecker(keys, checked.options, checked.columns, checked);
  const numbers = new Uint32Array(total);
  const repeats = new Map<number, RepeatOf>();
  for (let chunk = 0; chunk * CHUNK_ROWS < total; chunk += 1) {
    if (chunk % CHUNKS_A_TURN === 0) await nextTurn();
    for (const [at, [row, read]] of readChunk(db, vault, stagingId, chunk).entries()) {
      const index = chunk * CHUNK_ROWS + at;
      numbers[index] = row;
      const values = withCorrections(read, fields, corrections.get(index));
      const own = corrections.get(index);
      const mapped = (damaged.get(index) ?? []).filter(
        ({ field }) => field === null || own?.has(field) !== true,
      );
      const keyValues = places.map((each) => values[each] ?? "");
      const inError = corrected?.index === index ? corrected.inError : undefined;
      const isOut = ((status[index] ?? 0) & LEFT_OUT) !== 0 && noCustomers.has(index);
      const standing = isOut ? "left-out" : standingOf(status[index] ?? 0, inError);
      const check = checker.check({ row, values: keyValues }, index, mapped, NONE, standing);
      const problems = check.problems.filter(isRepeat);
      if (problems.length > 0) repeats.set(index, { problems, leaveOut: check.leftOut });
      for (const { index: earlier, field } of check.supersedes) replace(earlier, { row, field });
    }
  }
  for (const { index, by } of checker.settle()) {
    if (by === null) repeats.delete(index);
    else replace(index, by);
  }
  return repeats;

  function replace(earlier: number, by: { readonly row: number; readonly field: RepeatField }) {
    const later = rowName(by.row, checked.sheet);
    const problem = supersededProblem(numbers[earlier] ?? 0, later, by.field);
    repeats.set(earlier, { problems: [problem], leaveOut: true });
  }
}

const NONE: readonly RowProblem[] = [];

/** What has gone out is kept, whatever is known of it since. */
function standingOf(status: number, inError = (status & ERROR) !== 0): Standing {
  if ((status & TRIED) !== 0) return "sendable";
  if ((status & (LEFT_OUT | REPEATED)) === LEFT_OUT) return "left-out";
  return inError ? "in-error" : "sendable";
}

/** The rows whose repeats have to be looked at: told of one before, or a part of one now. */
export function rowsOfRepeats(
  db: Database,
  stagingId: number,
  repeats: Repeats,
): readonly number[] {
  const told = db
    .prepare(`SELECT DISTINCT row_index FROM staged_problems WHERE staging_id = ? AND seq >= ?`)
    .pluck()
    .all(stagingId, REPEAT_SEQ) as number[];
  return [...new Set([...told, ...repeats.keys()])];
}

/**
 * Inside a transaction: brings problems and status bytes of these rows to what was found.
 * @param corrected the row that is written in any case
 */
export function writeRepeats(
  db: Database,
  stagingId: number,
  about: { readonly repeats: Repeats; readonly indexes: readonly number[] },
  status: Uint8Array,
  corrected: number | null = null,
): void {
  const { repeats, indexes } = about;
  const remove = db.prepare(
    "DELETE FROM staged_problems WHERE staging_id = ? AND row_index = ? AND seq >= ?",
  );
  const insert = createProblemWriter(db, stagingId);
  for (const index of new Set(corrected === null ? indexes : [...indexes, corrected])) {
    const now = repeats.get(index) ?? { problems: [], leaveOut: false };
    const before = problemsOfRows(db, stagingId, [index]).get(index) ?? [];
    const same = nameOf(before.filter(isRepeat)) === nameOf(now.problems);
    if (same && index !== corrected) continue;
    remove.run(stagingId, index, REPEAT_SEQ);
    for (const problem of checkProblems(now.problems)) insert(index, problem);
    const bits = statusOf([...before.filter((each) => !isRepeat(each)), ...now.problems]);
    writeStatus(db, stagingId, index, bits | leftOut(status[index] ?? 0, now.leaveOut));
  }
}

function nameOf(problems: readonly RowProblem[]): string {
  return JSON.stringify(problems.map(({ code, params }) => [code, params]));
}

/** The rule's word changes what the rule did before; what a person chose stays. */
function leftOut(before: number, byRule: boolean): number {
  const wasByRule = (before & REPEATED) !== 0;
  if (wasByRule === byRule || isClosed(before)) return before & (LEFT_OUT | REPEATED | TRIED);
  return byRule ? LEFT_OUT | REPEATED : 0;
}
