import type { FieldName } from "../../../preload/fields.ts";
import type { Identity } from "../identity/same-customer.ts";
import type { BatchFacts } from "../imports/arrivals/batch-facts.ts";
import type { OpenBatch } from "../imports/arrivals/payload-cache.ts";
import type { LinkedRow } from "./linked-rows.ts";

/** Rows of many customers, found by one look at each batch. */
export interface PlainRows {
  /**
   * All rows of a customer in the order of sending, but for those after which another came that
   * tells the same or more; null for one whose codes and cards have to be followed.
   */
  of(identity: Identity): readonly LinkedRow[] | null;
  /** What leads on from customers who have to be followed: codes and cards of others. */
  readonly toFollow: readonly Identity[];
}

/** Kept of a customer at once; whoever needs more is followed alone. */
const MAX_ROWS = 6;

interface Customer {
  readonly identity: Identity;
  rows: LinkedRow[] | null;
}

/**
 * Gathers the rows of customers who always had one code with one card, or with none: nearly all of
 * them. Little is kept of a customer, however often they were sent.
 * @param batches that may hold rows of the customers, in the order of sending
 * @param isMore whether a row tells all that the one before it does
 */
export function plainRows(
  identities: Iterable<Identity>,
  batches: readonly BatchFacts[],
  about: {
    readonly open: (batchId: number) => OpenBatch | null;
    readonly openFormer: (batchId: number) => readonly OpenBatch[];
    readonly isMore: (row: LinkedRow, before: LinkedRow) => boolean;
  },
): PlainRows {
  const { open, openFormer, isMore } = about;
  const byCode = new Map<string, Customer>();
  const byCard = new Map<string, Customer>();
  const toFollow: Identity[] = [];
  for (const identity of identities) addCustomer(identity);

  function addCustomer(identity: Identity): void {
    const { code, card } = identity;
    const known = code === "" ? undefined : byCode.get(code);
    const holder = card === "" ? undefined : byCard.get(card);
    const one = known ?? holder ?? { identity, rows: [] };
    if (!isTheirs(one, identity) || (holder !== undefined && holder !== one)) {
      follow(known);
      follow(holder);
    }
    if (code !== "" && known === undefined) byCode.set(code, one);
    if (card !== "" && holder === undefined) byCard.set(card, one);
  }

  /** Whoever shares a code or a card with these is not known by that alone. */
  function follow(customer: Customer | undefined): void {
    if (customer !== undefined) customer.rows = null;
  }

  function look(batch: OpenBatch, facts: BatchFacts, fields: readonly FieldName[]): void {
    for (const [place, identity] of batch.identities.entries()) {
      const { code, card } = identity;
      const known = code === "" ? undefined : byCode.get(code);
      const holder = card === "" ? undefined : byCard.get(card);
      const one = known ?? holder;
      const row = batch.rows[place];
      if (one === undefined || row === undefined) continue;
      if (!isTheirs(one, identity) || (holder !== undefined && holder !== one)) {
        follow(known);
        follow(holder);
      }
      if (one.rows === null) {
        const leadsOn = (code !== "" && !known) || (card !== "" && !holder);
        if (leadsOn) toFollow.push(identity);
        continue;
      }
      const linked = { facts, place, version: 0, row, fields, identity };
      const last = one.rows.at(-1);
      if (last !== undefined && isMore(linked, last)) one.rows.pop();
      one.rows.push(linked);
      if (one.rows.length > MAX_ROWS) follow(one);
    }
  }

  const columns = new Map<string, readonly FieldName[]>();
  for (const facts of batches) {
    const batch = facts.arrived === "none" ? null : open(facts.batchId);
    for (const former of openFormer(facts.batchId)) {
      for (const { code, card } of former.identities) {
        follow(byCode.get(code));
        follow(byCard.get(card));
      }
    }
    if (batch === null) continue;
    const name = batch.fields.join();
    const fields = columns.get(name) ?? batch.fields;
    columns.set(name, fields);
    look(batch, facts, fields);
  }

  return {
    of: ({ code, card }) => (code === "" ? byCard.get(card) : byCode.get(code))?.rows ?? null,
    toFollow,
  };
}

/** Whether a row names the customer by the same code, with the same card or none. */
function isTheirs({ identity }: Customer, { code, card }: Identity): boolean {
  return code === identity.code && (card === identity.card || (card === "" && code !== ""));
}
