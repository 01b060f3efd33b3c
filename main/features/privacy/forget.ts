import type { ForgetResult } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { type ForgetRequest, forgetCustomer } from "./forget/forget-customer.ts";
import { findInFiles, removeFiles } from "./forget/forget-in-files.ts";

/**
 * Takes one person's data out of everything that is kept here: the database, and what lies beside
 * it. The files go first: what is learned from the rows leads to them.
 * @throws AppError "not-found" for a connection that is gone
 */
export async function forget(
  db: Database,
  vault: Vault,
  request: ForgetRequest,
): Promise<ForgetResult> {
  const found = forgetCustomer(db, vault, { ...request, confirm: false });
  const files = await findInFiles(db, found.known, request.customer);
  const counts = { copies: files.copies.length, putAside: files.putAside.length };
  if (!request.confirm) return { ...found, ...counts };
  await removeFiles(db, files);
  return { ...forgetCustomer(db, vault, request), ...counts };
}
