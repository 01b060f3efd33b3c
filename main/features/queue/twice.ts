import type { AmountSum } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { createAmountSum } from "../../pipeline/batches/amounts.ts";
import { readBatch } from "../../records/imports/batches/batch-record.ts";
import { readPayload } from "../../records/imports/batches/sealed-parts.ts";
import {
  correctedValues,
  readBatchCorrections,
} from "../../records/imports/corrections/correction-store.ts";
import type { Vault } from "../../records/vault/vault.ts";

/**
 * What a batch would do a second time when it is sent again, with its rows as a person has
 * corrected them: the amounts that it adds; a sum of "0" where it would only make customers anew.
 * Null where it may simply go: it has not arrived, or repeating it changes nothing.
 * @throws AppError "not-found"
 */
export function whatGoesTwice(db: Database, vault: Vault, batchId: number): AmountSum | null {
  const batch = readBatch(db, batchId);
  const mayBeThere = batch.state === "uncertain" || batch.may_have_arrived === 1;
  if (!mayBeThere || batch.idempotent === 1) return null;
  const sum = createAmountSum();
  const corrections = readBatchCorrections(db, vault, batchId);
  const { fields = [], rows = [] } = readPayload(db, vault, batchId) ?? {};
  for (const [place, { values }] of rows.entries()) {
    if (!corrections.leftOut.has(place))
      sum.add(fields, correctedValues(corrections, place, values));
  }
  return sum.total();
}

/**
 * Whatever asks for it: what may have arrived goes again only where a person has confirmed its sum.
 * @throws AppError "twice-not-confirmed"
 */
export function requireTwiceConfirmed(
  db: Database,
  vault: Vault,
  batchId: number,
  confirmed: string | undefined,
): void {
  const twice = whatGoesTwice(db, vault, batchId);
  if (twice !== null && twice.sum !== confirmed) throw new AppError("twice-not-confirmed");
}
