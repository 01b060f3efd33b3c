import type { ImportOptions, Mapping } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { phoneCountryOf } from "../../records/connections/phone-country.ts";
import { findServer } from "../../records/connections/records.ts";
import { serverKey } from "../../records/connections/server.ts";
import type { ReadingChoice } from "../../records/drafts/staging-types.ts";
import type { FileStamp } from "../../records/files/file-stamp.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** Names what was read: equal where row positions and values as read are equal. */
export function sourceSignature(
  vault: Vault,
  about: { readonly path: string; readonly stamp: FileStamp; readonly choice: ReadingChoice },
): string {
  const { path, stamp, choice } = about;
  const { sheet, headerRow, encoding = null, delimiter = null, keepRows = false } = choice;
  const { swapDates = false, dateZone, decodeBack = false } = choice;
  const text = [encoding, delimiter, ...(decodeBack ? ["back"] : [])];
  const dates = [...(swapDates ? ["swap"] : []), ...(dateZone === undefined ? [] : [dateZone])];
  const where = [path, stamp.size, stamp.modifiedAt, sheet, headerRow];
  return sign(vault, [...where, ...text, keepRows, ...dates]);
}

/**
 * Names what was read and everything that decides what a check finds. Campaigns, connection and
 * the like decide nothing about rows: changing them keeps the check. What was sent before does, to
 * the server that the connection leads to now.
 */
export function checkSignature(
  db: Database,
  vault: Vault,
  source: string,
  { mapping, options }: { readonly mapping: Mapping; readonly options: ImportOptions },
): string {
  const fields = mapping.map((each) => [
    each.field,
    each.columns,
    each.fixed ?? null,
    each.transforms,
    each.dateFormat ?? null,
    ...(each.amountFormat === undefined ? [] : [each.amountFormat]),
  ]);
  const { generateCardNumbers, repeatedRows, onlyChanged, connectionId } = options;
  const { repeatedEmail = "keep-all", repeatedPhone = "keep-all" } = options;
  const server = onlyChanged === true ? findServer(db, connectionId) : null;
  const since = onlyChanged === true ? [server === null ? null : serverKey(server)] : [];
  const contacts = [repeatedEmail, repeatedPhone];
  const { conditions = [] } = options;
  // Checks of earlier versions, which knew no others, stay in force where all are kept.
  const others: unknown[] = contacts.every((each) => each === "keep-all") ? [] : [{ contacts }];
  const country = phoneCountryOf(db, options);
  if (country !== null) others.push({ country });
  if (conditions.length > 0) others.push({ conditions });
  return sign(vault, [source, fields, generateCardNumbers, repeatedRows, ...since, ...others]);
}

/** Keyed: a mapping may hold a fixed secret. */
function sign(vault: Vault, parts: readonly unknown[]): string {
  return vault.hash(JSON.stringify(parts)).toString("hex");
}
