import type { ImportOptions, Notice } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { writeStatus } from "../../../records/drafts/chunks.ts";
import { isClosed } from "../../../records/drafts/sent-rows.ts";
import { chunksWhere } from "../../../records/drafts/staged-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { ERROR, LEFT_OUT, REPEATED } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createSentBefore } from "../earlier/sent-before.ts";
import { rowsOfRules } from "../problem-rows.ts";

/** "Only what changed", looked at again: rows that go or stay behind otherwise than when checked. */
export interface UnchangedAgain {
  readonly changes: readonly { readonly index: number; readonly status: number }[];
  readonly notice: Notice;
}

const NOTICES: ReadonlySet<string> = new Set(["rows-unchanged", "no-import-before"]);

/** Null where the options do not ask for it. What a person has chosen for a row stays. */
export function unchangedAgain(
  db: Database,
  vault: Vault,
  stagingId: number,
  options: ImportOptions,
): UnchangedAgain | null {
  const { fields } = getStaging(db, stagingId);
  const sentBefore = createSentBefore(db, vault, options, fields);
  if (sentBefore === null) return null;
  const repeats = rowsOfRules(db, stagingId);
  const changes: { index: number; status: number }[] = [];
  for (const rows of chunksWhere(db, vault, stagingId, isOurs)) {
    for (const { index, status, values } of rows) {
      if (repeats.has(index)) continue;
      const isOut = (status & LEFT_OUT) !== 0;
      if (sentBefore.isUnchanged(values) === isOut) continue;
      const rest = status & ~(LEFT_OUT | REPEATED);
      changes.push({ index, status: isOut ? rest : rest | LEFT_OUT | REPEATED });
    }
  }
  return { changes, notice: sentBefore.notice() };
}

/** A valid row of which the rule decides: it goes, or the rule has left it out. */
function isOurs(status: number): boolean {
  if ((status & ERROR) !== 0 || isClosed(status)) return false;
  const choice = status & (LEFT_OUT | REPEATED);
  return choice === 0 || choice === (LEFT_OUT | REPEATED);
}

/** Inside a transaction. */
export function writeUnchanged(
  db: Database,
  stagingId: number,
  { changes, notice }: UnchangedAgain,
): void {
  for (const { index, status } of changes) writeStatus(db, stagingId, index, status);
  const others = getStaging(db, stagingId).notices.filter(({ code }) => !NOTICES.has(code));
  db.prepare("UPDATE stagings SET notices = ? WHERE id = ?").run(
    JSON.stringify([...others, notice]),
    stagingId,
  );
}
