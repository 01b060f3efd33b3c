import type { Database } from "../database/open.ts";
import { createPayloadCache, type OpenBatch } from "../undo/payload-cache.ts";
import type { Vault } from "../vault/vault.ts";
import { accountsOf, batchesWith, type CustomerQuery } from "./find-customer.ts";
import { visitLists } from "./forget-in-lists.ts";
import { createPerson, type Person, type PersonKeys } from "./person.ts";

/** Rows of one batch that are a person's. */
export interface PersonRows {
  readonly batchId: number;
  readonly account: string;
  readonly batch: OpenBatch;
  readonly places: readonly number[];
}

/** One person at every account: the same code at two accounts is two customers. */
export interface People {
  /** As whom a row of this account is looked at; null: of an account not chosen yet. */
  of(account: string | null): readonly Person[];
  all(): readonly Person[];
  keys(): PersonKeys;
}

/**
 * Finds one person in everything that was sent or waits: what stands beside the value asked for
 * leads to further rows, until no new code, card number or e-mail turns up.
 * @throws AppError "not-found" for a connection that is gone
 */
export function findPerson(
  db: Database,
  vault: Vault,
  query: CustomerQuery,
): { readonly people: People; rows(): Generator<PersonRows> } {
  const open = createPayloadCache(db, vault);
  const accounts = accountsOf(db, query);
  const people = createPeople(accounts, query);

  function batchIds(account: string): readonly number[] {
    const values = people.of(account).flatMap((person) => {
      const { codes, cards, emails } = person.keys();
      return [...codes, ...cards, ...emails];
    });
    return batchesWith(db, vault, account, [query.customer, ...values]);
  }

  function* rows(): Generator<PersonRows> {
    for (const account of accounts) {
      const persons = people.of(account);
      for (const batchId of batchIds(account)) {
        const batch = open(batchId);
        if (batch === null) continue;
        const places = batch.rows.flatMap(({ values }, place) =>
          persons.some((person) => person.owns(batch.fields, values)) ? [place] : [],
        );
        if (places.length > 0) yield { batchId, account, batch, places };
      }
    }
  }

  let grown = true;
  while (grown) {
    grown = visitLists(db, vault, people, "learn") > 0;
    for (const { account, batch, places } of rows()) {
      for (const place of places) {
        const values = batch.rows[place]?.values ?? [];
        for (const person of people.of(account)) {
          if (person.learn(batch.fields, values)) grown = true;
        }
      }
    }
  }
  return { people, rows };
}

function createPeople(
  accounts: readonly string[],
  { customer, connectionId }: CustomerQuery,
): People {
  const persons = new Map(accounts.map((account) => [account, createPerson(customer)]));
  const unknown = createPerson(customer);
  const all = () => [...persons.values(), unknown];
  return {
    of(account) {
      if (account === null) return all();
      const person = persons.get(account);
      if (person !== undefined) return [person];
      // A list being prepared for an account that nothing went to.
      return connectionId === undefined ? [unknown] : [];
    },
    all,
    keys() {
      const keys = all().map((person) => person.keys());
      const union = (name: keyof PersonKeys) => [...new Set(keys.flatMap((each) => each[name]))];
      return { codes: union("codes"), cards: union("cards"), emails: union("emails") };
    },
  };
}
