import type { AddedAgain, AmountSum } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Server } from "../../../records/connections/server.ts";
import { chunksWhere } from "../../../records/drafts/staged-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { willBeSent } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createAmountSum } from "../../batches/amounts.ts";
import { sentAmounts } from "./earlier-sendings.ts";
import { readEarlier } from "./tell-earlier.ts";

export interface RowsToSend {
  readonly stagingId: number;
  readonly server: Server;
  /** The list's own trial, which is no earlier sending. */
  readonly trialId: number | null;
  /** Only the first so many rows go; null: all. */
  readonly limit: number | null;
}

const NONE: AmountSum = { rows: 0, sum: "0" };

/**
 * Amounts that customers get a second time when these rows go, as they stand now: an earlier import
 * sent the same rows, or a customer stands in the list more than once. A row that is both counts
 * as sent before. Some seconds for a long list of which amounts were sent before; else milliseconds.
 */
export function addedAgain(db: Database, vault: Vault, about: RowsToSend): AddedAgain {
  const { stagingId, server } = about;
  if (!getStaging(db, stagingId).fields.includes("auto_add")) return { before: NONE, inList: NONE };
  const told = readEarlier(db, stagingId, server);
  const isTold = told === null || told.notices.some(({ code }) => code === "amounts-again");
  const sent = isTold ? sentAmounts(db, vault, about) : { sum: NONE, isSentBefore: () => false };
  return { before: sent.sum, inList: repeatedAmounts(db, vault, about, sent.isSentBefore) };
}

/** The amounts of rows whose customer an earlier row of the list has as well. */
function repeatedAmounts(
  db: Database,
  vault: Vault,
  { stagingId, limit }: RowsToSend,
  isSentBefore: (values: readonly string[]) => boolean,
): AmountSum {
  const repeats = new Set(
    db
      .prepare(
        `SELECT DISTINCT row_index FROM staged_problems WHERE staging_id = ? AND hidden = 0
           AND code IN ('repeated-code', 'repeated-card-number')`,
      )
      .pluck()
      .all(stagingId) as number[],
  );
  if (repeats.size === 0) return NONE;
  const { fields } = getStaging(db, stagingId);
  const sum = createAmountSum();
  let seen = 0;
  for (const rows of chunksWhere(db, vault, stagingId, willBeSent)) {
    for (const { index, values } of rows.slice(0, (limit ?? Number.POSITIVE_INFINITY) - seen)) {
      if (repeats.has(index) && !isSentBefore(values)) sum.add(fields, values);
    }
    seen += rows.length;
    if (limit !== null && seen >= limit) break;
  }
  return sum.total();
}
