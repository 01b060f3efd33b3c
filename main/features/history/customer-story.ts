import type { FieldName } from "../../../preload/fields.ts";
import type { CustomerSending, CustomerStory } from "../../../preload/types.ts";
import type { MappedRow } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { createRowMask } from "../../pipeline/batches/mask.ts";
import { serverKey, UNKNOWN_ADDRESS } from "../../records/connections/server.ts";
import {
  type CustomerQuery,
  type FoundCustomer,
  findCustomer,
  holdsCustomer,
  serversOf,
} from "../../records/customers/find-customer.ts";
import { type BatchFacts, createFactsReader } from "../../records/imports/arrivals/batch-facts.ts";
import { createFormerReader } from "../../records/imports/arrivals/payload-cache.ts";
import { createRowsWithValues } from "../../records/imports/arrivals/rows-with-values.ts";
import { createImportOfBatch } from "../../records/imports/batches/batch-ids.ts";
import { createImportWords } from "../../records/imports/history/import-words.ts";
import type { Vault } from "../../records/vault/vault.ts";

export interface CustomerStoryQuery extends CustomerQuery {
  readonly offset: number;
  readonly limit: number;
}

/** Older batches opened beyond a page, to say what changed in its last ones. */
const LOOK_BACK = 3;

/**
 * One customer in every import that sent them, newest first, field by field.
 * @throws AppError "not-found" for a connection that is gone
 */
export function customerStory(
  db: Database,
  vault: Vault,
  query: CustomerStoryQuery,
): CustomerStory {
  const read = createRowsWithValues(db, vault);
  const found = serversOf(db, query).flatMap((server) => {
    const customer = findCustomer(db, vault, server, query.customer, read);
    return customer.batchIds.map((id) => ({ id, customer }));
  });
  found.sort((a, b) => b.id - a.id);
  const page = found.slice(query.offset, query.offset + query.limit + LOOK_BACK);
  const lastAt = new Map<string, Map<FieldName, string>>();
  const items: CustomerSending[] = [];
  const about = createAbout(db);
  for (const { n, facts, batchFields, rows } of sentRows(db, vault, page).reverse()) {
    const mask = createRowMask(batchFields);
    // The same code at two servers is two customers.
    const server = serverKey(facts.server);
    const last = lastAt.get(server) ?? new Map<FieldName, string>();
    lastAt.set(server, last);
    for (const row of rows) {
      const shown = mask(row.values);
      const fields = batchFields.map((field, at) => {
        const value = row.values[at] ?? "";
        const before = last.get(field) ?? null;
        return {
          field,
          value: shown[at] ?? "",
          before: before === null ? null : (mask(withValue(row.values, at, before))[at] ?? ""),
          changed: before !== value,
        };
      });
      if (facts.arrived !== "none") {
        for (const [at, field] of batchFields.entries()) last.set(field, row.values[at] ?? "");
      }
      if (n < query.limit) items.push({ ...about(facts), row: row.row, fields });
    }
  }
  return { items: items.reverse(), total: found.length };
}

interface SentRows {
  /** Place in the page. */
  readonly n: number;
  readonly facts: BatchFacts;
  readonly batchFields: readonly FieldName[];
  readonly rows: readonly MappedRow[];
}

/**
 * The customer's own rows of each batch, newest first; no batch stays open for them. Rows that a
 * try may have brought there before they were corrected or left out stand below the batch's own.
 */
function sentRows(
  db: Database,
  vault: Vault,
  page: readonly { readonly id: number; readonly customer: FoundCustomer }[],
): SentRows[] {
  const factsOf = createFactsReader(db);
  const openFormer = createFormerReader(db, vault);
  return page.flatMap(({ id, customer }, n) => {
    const facts = factsOf(id);
    const batch = facts === null ? null : customer.rowsIn(id);
    if (facts === null || batch === null) return [];
    const { fields, rows } = batch;
    const numbers = new Set(rows.map(({ row }) => row));
    const earlier = openFormer(id)
      .toReversed()
      .flatMap((former): readonly SentRows[] => {
        const own = customer.among(former).filter(({ row }) => !numbers.has(row));
        for (const { row } of own) numbers.add(row);
        return own.length === 0
          ? []
          : [{ n, facts: asFormer(facts), batchFields: former.fields, rows: own }];
      });
    return [...(rows.length === 0 ? [] : [{ n, facts, batchFields: fields, rows }]), ...earlier];
  });
}

/** What became of the batch later says nothing of rows that it held no more. */
function asFormer(facts: BatchFacts): BatchFacts {
  return { ...facts, state: "rejected", standing: "maybe-rejected", arrived: "maybe" };
}

function withValue(values: readonly string[], at: number, value: string): readonly string[] {
  return values.map((each, place) => (place === at ? value : each));
}

function createAbout(db: Database): (facts: BatchFacts) => Omit<CustomerSending, "row" | "fields"> {
  const wordsOf = createImportWords(db);
  return ({
    importId,
    batchId,
    server: { address, accountId },
    sentAt,
    state,
    standing,
    duplicates,
    revertedOrder,
  }) => ({
    ...wordsOf(importId),
    ...{ importId, batchId, accountId, sentAt, state, standing, duplicates },
    address: address === UNKNOWN_ADDRESS ? null : address,
    undone: revertedOrder !== null,
  });
}

/** Batches looked into to say for sure which imports sent a customer. */
const VERIFIED = 10;

/** The imports that sent a customer. */
export function importsOfCustomer(
  db: Database,
  vault: Vault,
  query: CustomerQuery,
): readonly number[] {
  const read = createRowsWithValues(db, vault);
  const importOf = createImportOfBatch(db);
  const openFormer = createFormerReader(db, vault);
  const ids = serversOf(db, query).flatMap((server) => {
    const found = findCustomer(db, vault, server, query.customer, read);
    return found.batchIds.flatMap((id, n) => {
      if (n < VERIFIED && !holdsCustomer(found, id, openFormer)) return [];
      return importOf(id) ?? [];
    });
  });
  return [...new Set(ids)];
}
