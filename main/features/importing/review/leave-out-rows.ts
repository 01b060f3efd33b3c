import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { hasRepeats, showProblems } from "../../../pipeline/staging/problem-rows.ts";
import { decidesRepeats } from "../../../pipeline/validation/repeat-fields.ts";
import { readStatus, writeStatus } from "../../../records/drafts/chunks.ts";
import { isClosed } from "../../../records/drafts/sent-rows.ts";
import { LEFT_OUT } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { CheckedWith } from "./checked-with.ts";
import { findRepeats, rowsOfRepeats, writeRepeats } from "./repeats-again.ts";
import type { Review } from "./review.ts";

/** Rows before they were left out or put back: position and status byte. */
export interface LeftOutRows {
  readonly stagingId: number;
  readonly leftOut: boolean;
  readonly rows: readonly (readonly [index: number, status: number])[];
}

export interface LeaveOutParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly review: Review;
  /** Called inside the transaction of the change. */
  readonly record?: (rows: LeftOutRows) => void;
}

/**
 * Leaves rows out, or puts them back; not those that have gone out.
 * @throws AppError "not-found" for a row that is not there | "row-sent" where all have gone out
 */
export async function leaveOutRows(
  parts: LeaveOutParts,
  stagingId: number,
  about: { readonly indexes: readonly number[]; readonly leftOut: boolean },
  checked: CheckedWith,
): Promise<void> {
  const { indexes, leftOut } = about;
  const bytes = parts.review.status(stagingId);
  if (indexes.some((index) => index >= bytes.length)) {
    throw new AppError("not-found", { params: { what: "row" } });
  }
  const open = indexes.filter((index) => !isClosed(bytes[index]));
  if (open.length === 0 && indexes.length > 0) throw new AppError("row-sent");
  const changed = open.filter((index) => isLeftOut(bytes[index]) !== leftOut);
  const rows = changed.map((index) => [index, bytes[index] ?? 0] as const);
  const record = () => parts.record?.({ stagingId, leftOut, rows });
  const wanted = new Map(changed.map((index) => [index, leftOut]));
  await setLeftOut({ ...parts, record }, stagingId, wanted, checked);
}

/**
 * Rows by their position: whether each is left out from now on. Which of the rows with one key is
 * kept is decided anew, among those that can then be sent; all in one transaction.
 */
export async function setLeftOut(
  parts: Omit<LeaveOutParts, "record"> & { readonly record?: () => void },
  stagingId: number,
  wanted: ReadonlyMap<number, boolean>,
  checked: CheckedWith,
): Promise<void> {
  const { db, review } = parts;
  const next = Uint8Array.from(review.status(stagingId));
  for (const [index, leftOut] of wanted) next[index] = withLeftOut(next[index], leftOut);
  const repeats = changesRepeats(db, stagingId, wanted, checked)
    ? await findRepeats(parts, stagingId, checked, { status: next })
    : null;
  db.transaction(() => {
    parts.record?.();
    const now = readStatus(db, stagingId);
    for (const [index, leftOut] of wanted) {
      // A trial may have gone out while repeats were looked for.
      if (isClosed(now[index])) continue;
      now[index] = withLeftOut(now[index], leftOut);
      if (!leftOut) now[index] = (now[index] ?? 0) | showProblems(db, stagingId, index);
      writeStatus(db, stagingId, index, now[index] ?? 0);
    }
    if (repeats === null) return;
    writeRepeats(db, stagingId, { repeats, indexes: rowsOfRepeats(db, stagingId, repeats) }, now);
  }).immediate();
  review.forget(stagingId);
}

/** A row that goes may free another one only where repeats are told; one that comes may repeat any. */
function changesRepeats(
  db: Database,
  stagingId: number,
  wanted: ReadonlyMap<number, boolean>,
  { mapping, options }: CheckedWith,
): boolean {
  const isCompared = mapping.some(({ field }) => decidesRepeats(field, options));
  if (wanted.size === 0 || !isCompared) return false;
  return [...wanted.values()].includes(false) || hasRepeats(db, stagingId);
}

function isLeftOut(status = 0): boolean {
  return (status & LEFT_OUT) !== 0;
}

function withLeftOut(status = 0, leftOut = true): number {
  return leftOut ? status | LEFT_OUT : status & ~LEFT_OUT;
}
