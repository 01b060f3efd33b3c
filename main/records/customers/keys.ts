import { type FieldName, isFieldName } from "../../../preload/fields.ts";
import type { Vault } from "../vault/vault.ts";
import { createShortHash, type ShortHash } from "./short-hash.ts";

/** Fields by whose value a customer is found in the history. */
export const FOUND_BY: readonly FieldName[] = ["code", "card_number", "email"].filter(isFieldName);

/** A code, card number or e-mail as it is compared: without outer blanks and letter case. */
export function normalKey(value: string): string {
  return value.trim().toLowerCase();
}

/**
 * An entry of the index: 36 bits of a keyed hash of account and value, then 28 bits of a batch's
 * id. One key in some thousands of searches hits a batch that does not hold the customer: whoever
 * looks one up reads the rows and sees. `high` are the first 32 bits, `nibble` the next 4.
 */
export interface CustomerKey {
  readonly high: number;
  readonly nibble: number;
}

export const BATCH_BITS = 28;
export const MAX_BATCH_ID = 2 ** BATCH_BITS - 1;

/** The hash of a value within an account, into `write`; a callback, for no object is made. */
export type KeyHash = (value: string, write: (high: number, nibble: number) => void) => void;

/** Keyed by the account, so that the same code at two accounts are two customers. */
export function createKeyHash(vault: Vault, accountId: string): KeyHash {
  const hash = createValueHash(vault);
  const mask = accountMask(vault, accountId);
  return (value, write) => {
    hash(value);
    const [high = 0, low = 0] = hash.out;
    write((high ^ mask.high) >>> 0, (low ^ mask.low) >>> BATCH_BITS);
  };
}

/** The part of a key's hash that is the same for every account: 64 bits. */
export function createValueHash(vault: Vault): ShortHash {
  return createShortHash(customerHashKey(vault));
}

/** The secret of that hash: 16 bytes, for a thread of this program. */
export function customerHashKey(vault: Vault): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(vault.hash("customer-index"));
}

/** What makes a value's hash an account's own, by exclusive or: other secret bits for every account. */
export function accountMask(
  vault: Vault,
  accountId: string,
): { readonly high: number; readonly low: number } {
  const mask = vault.hash(`customer-index\u001f${accountId}`);
  return { high: mask.readUInt32LE(0), low: mask.readUInt32LE(4) };
}

/** The key of a value as a person enters it, or null for a blank one. */
export function customerKey(vault: Vault, accountId: string, value: string): CustomerKey | null {
  const normal = normalKey(value);
  if (normal === "") return null;
  let key: CustomerKey | null = null;
  createKeyHash(vault, accountId)(normal, (high, nibble) => {
    key = { high, nibble };
  });
  return key;
}
