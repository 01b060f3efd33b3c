import type { Database } from "../../common/sqlite/database.ts";
import { createGeneratedRows } from "../../pipeline/generated/generated-rows.ts";
import { type Server, serverKey } from "../../records/connections/server.ts";
import {
  batchesWith,
  type CustomerQuery,
  serversOf,
} from "../../records/customers/find-customer.ts";
import {
  createPayloadCache,
  type OpenBatch,
} from "../../records/imports/arrivals/payload-cache.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { visitLists } from "./forget/forget-in-lists.ts";
import { createPerson, type People, type Person, type PersonKeys } from "./person.ts";

/** Rows of one batch that are a person's. */
export interface PersonRows {
  readonly batchId: number;
  readonly server: Server;
  readonly batch: OpenBatch;
  /** With what the platform made up where the row had none. */
  readonly known: Pick<OpenBatch, "fields" | "rows">;
  /** None where only an id in the reply is theirs, and nothing tells of which row. */
  readonly places: readonly number[];
  readonly isTheirs: (value: string) => boolean;
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
  const servers = serversOf(db, query);
  const people = createPeople(servers, query);
  const generated = new Map(
    servers.map((server) => [serverKey(server), createGeneratedRows(db, vault, server)]),
  );

  function batchIds(server: Server): readonly number[] {
    const values = people.of(server).flatMap((person) => {
      const { codes, cards, emails } = person.keys();
      return [...codes, ...cards, ...emails];
    });
    return batchesWith(db, vault, server, [query.customer, ...values]);
  }

  function* rows(): Generator<PersonRows> {
    for (const server of servers) {
      const persons = people.of(server);
      const made = generated.get(serverKey(server));
      for (const batchId of new Set([...batchIds(server), ...(made?.batchIds ?? [])])) {
        const batch = open(batchId);
        if (batch === null) continue;
        const { fields, rows } = made?.filled(batchId, batch) ?? batch;
        const places = batch.rows.flatMap(({ values }, place) => {
          const filled = rows[place]?.values ?? values;
          const owned = (person: Person) =>
            person.owns(batch.fields, values) || person.owns(fields, filled);
          return persons.some(owned) ? [place] : [];
        });
        const isTheirs = (id: string | null) => persons.some((person) => person.mayOwn(id ?? ""));
        const idsLeft = (made?.unplaced(batchId, batch) ?? []).some(
          ({ code, cardNumber }) => isTheirs(code) || isTheirs(cardNumber),
        );
        if (places.length === 0 && !idsLeft) continue;
        yield { batchId, server, batch, known: { fields, rows }, places, isTheirs };
      }
    }
  }

  let grown = true;
  while (grown) {
    grown = visitLists(db, vault, people, "learn").learned > 0;
    for (const { server, batch, known, places } of rows()) {
      for (const place of places) {
        const values = batch.rows[place]?.values ?? [];
        const filled = known.rows[place]?.values ?? values;
        for (const person of people.of(server)) {
          // Found by an address that others may share, its row tells of no code of theirs.
          const learned = person.owns(known.fields, filled)
            ? person.learn(known.fields, filled)
            : person.learn(batch.fields, values);
          if (learned) grown = true;
        }
      }
    }
  }
  return { people, rows };
}

function createPeople(
  servers: readonly Server[],
  { customer, connectionId }: CustomerQuery,
): People {
  const persons = new Map(servers.map((server) => [serverKey(server), createPerson(customer)]));
  const unknown = createPerson(customer);
  const all = () => [...persons.values(), unknown];
  return {
    of(server) {
      if (server === null) return all();
      const person = persons.get(serverKey(server));
      if (person !== undefined) return [person];
      // A list being prepared for a server that nothing went to.
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
