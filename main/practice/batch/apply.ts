import type { StoredCustomer, StoredFields } from "../store/customers.ts";
import type { PracticeStore } from "../store/store.ts";
import { autoAdd } from "./auto-add.ts";
import { createKeys } from "./keys.ts";
import type { BatchRequest } from "./request.ts";
import { type BatchRow, namedRow } from "./row.ts";

/** A customer whose code or card number the server made up, by its row (from 1). */
export interface GeneratedIds {
  readonly row: number;
  readonly code: string;
  /** "" where the customer has none. */
  readonly cardNumber: string;
}

export interface BatchResult {
  readonly created: number;
  readonly updated: number;
  readonly generated: readonly GeneratedIds[];
}

/**
 * Applies a batch, all of it or nothing: one transaction, rows in their order, so that a row may
 * match a customer that an earlier row of the same batch created. How a match is treated:
 * - "yes": "blank out all existing fields/data for that customer, and replace with the data given".
 * - "update": "only change the fields that are given". A field of the batch that is empty in a row
 *   is given and empties the customer's; an empty code or card number takes no key away.
 * - "ignore": "the existing data will be left untouched and the data row ... will be ignored",
 *   its `auto_add` included.
 * Balances are no fields: no mode takes them away.
 * @throws Refusal where no card number of the wanted length is free
 */
export function applyBatch(store: PracticeStore, request: BatchRequest): BatchResult {
  return store.transaction(() => {
    const result = applyRows(store, request);
    const { created, updated } = result;
    const { campaigns, keepUndoState: undoState, ...rest } = request;
    const ids = campaigns.map((campaign) => campaign.id);
    store.applied.add({ ...rest, campaigns: ids, undoState, created, updated });
    return result;
  });
}

function applyRows(store: PracticeStore, request: BatchRequest): BatchResult {
  const rows = request.rows.map((values) => namedRow(request.fields, values));
  const keysFor = createKeys(store, request, rows);
  const undo = request.keepUndoState ? store.undo.begin() : undefined;
  const generated: GeneratedIds[] = [];
  let created = 0;
  let updated = 0;
  for (const [index, row] of rows.entries()) {
    const match = store.customers.find(row.code, row.cardNumber);
    if (match !== undefined && request.duplicates === "ignore") continue;
    const { made, ...keys } = keysFor(row, match);
    const customer = { ...keys, fields: fieldsFor(request, row, match) };
    if (match === undefined) {
      const id = store.customers.insert(customer);
      undo?.created(id);
      addBalances(store, request, id, row.autoAdd);
      created += 1;
    } else {
      undo?.changing(match);
      store.customers.update({ ...customer, id: match.id });
      addBalances(store, request, match.id, row.autoAdd);
      updated += 1;
    }
    if (made) generated.push({ row: index + 1, ...keys });
  }
  undo?.finish({ created, updated });
  return { created, updated, generated };
}

/** Only fields that are not empty are kept. */
function fieldsFor(
  request: BatchRequest,
  row: BatchRow,
  match: StoredCustomer | undefined,
): StoredFields {
  const before = request.duplicates === "update" ? match?.fields : undefined;
  return Object.fromEntries(
    Object.entries({ ...before, ...row.fields }).filter(([, value]) => value !== ""),
  );
}

/** Every campaign is joined; `auto_add` goes "to the FIRST campaign specified". */
function addBalances(
  store: PracticeStore,
  request: BatchRequest,
  customerId: number,
  amount: string,
): void {
  for (const campaign of request.campaigns) store.balances.join(customerId, campaign.id);
  const balance = amount === "" ? null : autoAdd(request.campaigns[0], amount);
  if (balance !== null) store.balances.add(customerId, balance);
}
