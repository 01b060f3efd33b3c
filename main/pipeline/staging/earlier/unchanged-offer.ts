import type { Notice } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { chunksWhere } from "../../../records/drafts/staged-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { willBeSent } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { notice } from "../../validation/messages.ts";
import { rowsOfRules } from "../problem-rows.ts";
import { createSentBefore } from "./sent-before.ts";

/** The notice that offers "only what changed"; its count is what that would leave out. */
export const UNCHANGED_OFFER = "rows-unchanged-offer";

const CHOSEN: ReadonlySet<string> = new Set(["rows-unchanged", "no-import-before"]);

/**
 * How many rows to send are as the last import left them, where nobody has asked to leave those
 * out. None for a list that has begun to go.
 */
export function unchangedOffer(
  db: Database,
  vault: Vault,
  about: {
    readonly stagingId: number;
    readonly connectionId: number;
    readonly trialId: number | null;
  },
): readonly Notice[] {
  const { stagingId, connectionId, trialId } = about;
  const { fields, notices } = getStaging(db, stagingId);
  if (trialId !== null || notices.some(({ code }) => CHOSEN.has(code))) return [];
  const sentBefore = createSentBefore(db, vault, { onlyChanged: true, connectionId }, fields);
  if (sentBefore === null) return [];
  const ofRules = rowsOfRules(db, stagingId);
  for (const rows of chunksWhere(db, vault, stagingId, willBeSent)) {
    for (const { index, values } of rows) if (!ofRules.has(index)) sentBefore.isUnchanged(values);
  }
  const { params } = sentBefore.notice();
  return Number(params.count ?? 0) > 0 ? [notice(UNCHANGED_OFFER, "warning", null, params)] : [];
}
