import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { addedAgain, type RowsToSend } from "../../../pipeline/staging/earlier/added-again.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { SendRequest } from "./send-request.ts";

/**
 * Whatever asks for it: amounts go a second time only where a person has confirmed these sums.
 * @throws AppError "added-not-confirmed"
 */
export function requireConfirmed(
  db: Database,
  vault: Vault,
  { stagingId, spec, trial, trialRows, confirmed }: SendRequest,
): void {
  const { address, accountId } = spec.connection;
  const about: RowsToSend = {
    stagingId,
    server: { address, accountId },
    trialId: trial?.importId ?? null,
    limit: trialRows,
  };
  const { before, inList } = addedAgain(db, vault, about);
  if (before.sum === confirmed.before && inList.sum === confirmed.inList) return;
  if (before.sum === "0" && inList.sum === "0") return;
  throw new AppError("added-not-confirmed");
}
