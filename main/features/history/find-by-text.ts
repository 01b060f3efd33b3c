import { setImmediate as nextTurn } from "node:timers/promises";
import type { CallInput } from "../../../preload/contract.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { FoundCustomers } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readAtOnce } from "../../common/sqlite/read-at-once.ts";
import { findCustomer, holdsCustomer, serversOf } from "../../records/customers/find-customer.ts";
import { FOUND_BY, normalKey } from "../../records/customers/keys.ts";
import {
  createFormerReader,
  createPayloadCache,
} from "../../records/imports/arrivals/payload-cache.ts";
import { batchesWithField } from "../../records/imports/batches/batch-ids.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** Batches looked into to be sure that one of them holds the customer. */
const VERIFIED = 5;
/** Customers offered at most: a phone may be a family's. */
const OFFERED = 5;
/** Phones stand in no index: how long the newest rows are looked through for one, in milliseconds. */
const PHONE_TIME = 1500;

/**
 * Whether what somebody types into a search names a customer: a code, card number or e-mail (blanks
 * and dashes in it do not count), else a phone among the newest rows that are kept. Answers what the
 * customer's story is found by.
 * @throws AppError "not-found" for a connection that is gone
 */
export async function findByText(
  db: Database,
  vault: Vault,
  { text, connectionId }: CallInput<"history.findCustomers">,
  now: () => number = Date.now,
): Promise<FoundCustomers> {
  const typed = text.trim();
  const compact = typed.replaceAll(/[\s-]/gu, "");
  const about = connectionId === undefined ? {} : { connectionId };
  for (const customer of new Set([typed, compact])) {
    if (customer === "") continue;
    if (readAtOnce(db, () => isSent(db, vault, { customer, ...about }))) {
      return { customers: [customer], complete: true };
    }
  }
  const phone = phoneKey(typed);
  if (phone === null) return { customers: [], complete: true };
  return await findPhone(db, vault, { phone, ...about }, now);
}

function isSent(
  db: Database,
  vault: Vault,
  query: { readonly customer: string; readonly connectionId?: number },
): boolean {
  const openFormer = createFormerReader(db, vault);
  return serversOf(db, query).some((server) => {
    const found = findCustomer(db, vault, server, query.customer);
    return found.batchIds.slice(0, VERIFIED).some((id) => holdsCustomer(found, id, openFormer));
  });
}

const MOST_DIGITS = 20;
const FEWEST_DIGITS = 6;

/** A phone by its digits, an international one with "+" whichever way it is written; null: none. */
export function phoneKey(text: string): string | null {
  if (/[^\d\s+()./-]/u.test(text)) return null;
  const isAbroad = /^\s*(?:\+|00)/u.test(text);
  // "+41 (0)79": dialled within the country only.
  const digits = (isAbroad ? text.replaceAll("(0)", "") : text).replaceAll(/\D/gu, "");
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return null;
  return isAbroad ? `+${digits.replace(/^00/u, "")}` : digits;
}

async function findPhone(
  db: Database,
  vault: Vault,
  { phone, connectionId }: { readonly phone: string; readonly connectionId?: number },
  now: () => number,
): Promise<FoundCustomers> {
  const open = createPayloadCache(db, vault, 1);
  const customers: string[] = [];
  const seen = new Set<string>();
  const end = now() + PHONE_TIME;
  for (const id of batchesWithField(db, "phone", connectionId ?? null)) {
    if (now() >= end) return { customers, complete: false };
    const batch = open(id);
    const place = batch?.fields.indexOf(PHONE) ?? -1;
    for (const { values } of place < 0 ? [] : (batch?.rows ?? [])) {
      if (phoneKey(values[place] ?? "") !== phone) continue;
      const keys = keysOf(batch?.fields ?? [], values);
      // One customer may stand in one import by code, in another one by card number.
      const isNew = keys.every((key) => !seen.has(normalKey(key)));
      for (const key of keys) seen.add(normalKey(key));
      if (isNew && keys[0] !== undefined) customers.push(keys[0]);
      if (customers.length === OFFERED) return { customers, complete: true };
    }
    await nextTurn();
  }
  return { customers, complete: true };
}

const PHONE: FieldName = "phone";

/** By what the story of a row's customer is found, the surest first. */
function keysOf(fields: readonly FieldName[], values: readonly string[]): readonly string[] {
  return FOUND_BY.map((field) => (values[fields.indexOf(field)] ?? "").trim()).filter(Boolean);
}
