import type { PracticeCustomer } from "../../../../main/practice/server.ts";
import type { AppliedBatch } from "../../../../main/practice/store/applied.ts";
import { FIELDS, type Field } from "./operations.ts";

/** A value of a customer's field, and who put it there. */
interface Entry {
  readonly value: string;
  /** The import that sent or emptied it. */
  readonly by: number;
  /** Whether the workstation must know the value; one left empty by making need not be known. */
  readonly known: boolean;
}

export interface Customer {
  readonly id: number;
  readonly code: string;
  /** Every value the field ever had, oldest first, the present one last. */
  readonly cells: ReadonlyMap<Field, readonly Entry[]>;
}

/** One application of a batch; undoing it puts these customers back. */
interface Application {
  readonly importId: number;
  readonly before: ReadonlyMap<number, Customer | null>;
}

/** The platform as the documentation says it is, written apart from the practice server. */
export interface Platform {
  /** By id; ids rise. */
  customers(): ReadonlyMap<number, Customer>;
  /** @param undoes the import that it puts earlier values back for */
  apply(batch: AppliedBatch, importId: number, undoes: number | null): void;
  /** Values that a restore has written over although they were not the undone import's. */
  overwritten(): readonly { readonly id: number; readonly field: Field }[];
  /** The customer whom these keys find. */
  find(code: string, card: string): Customer | undefined;
  /** Undoes the applications of an import, newest first, as its admin pages do. */
  revert(importId: number): void;
  /** Places of an import's undo states among all that are left, newest first. */
  statesOf(importId: number): readonly number[];
  /** Whether other rows may speak of the customer than those that hit it, or nobody can tell. */
  isMuddled(id: number): boolean;
  /** Of customers with this code or card number, not everything is known any more. */
  muddle(key: { readonly code: string; readonly card: string }): void;
  /** As the practice server tells its customers, generated codes as "*". */
  shown(): readonly Readonly<Record<string, string>>[];
}

const GENERATED = /^\d{16}$/;

export function present(customer: Customer, field: Field): string {
  return customer.cells.get(field)?.at(-1)?.value ?? "";
}

export function createPlatform(): Platform {
  const customers = new Map<number, Customer>();
  const applications: Application[] = [];
  const muddled = new Set<number>();
  const muddledKeys = new Set<string>();
  /** Who ever had this key. */
  const holders = new Map<string, Set<number>>();
  const byCardOnly = new Set<number>();
  /** Customers whose card may be another than the rows that were sent say. */
  const maybeKeyed = new Set<number>();
  const cards = new Map<number, Set<string>>();
  const restores = new Map<number, Set<number>>();
  const overwritten: { readonly id: number; readonly field: Field }[] = [];
  let made = 0;

  function hold(id: number, code: string, card: string): void {
    for (const key of [`c${code}`, `k${card}`]) {
      if (key.length === 1 || key === "c*") continue;
      holders.set(key, (holders.get(key) ?? new Set()).add(id));
    }
    cards.set(id, (cards.get(id) ?? new Set()).add(card));
  }

  function find(code: string, card: string): Customer | undefined {
    const all = [...customers.values()].sort((a, b) => a.id - b.id);
    const byCode = code === "" ? undefined : all.find((each) => each.code === code);
    if (byCode !== undefined || card === "") return byCode;
    return all.find((each) => present(each, "card_number") === card);
  }

  function applyRow(
    { fields, duplicates }: AppliedBatch,
    row: readonly string[],
    { importId, undoes }: { readonly importId: number; readonly undoes: number | null },
    before: Map<number, Customer | null>,
  ): void {
    const given = new Map(fields.map((field, at) => [field as string, row[at] ?? ""]));
    const code = given.get("code") ?? "";
    const card = given.get("card_number") ?? "";
    const match = find(code, card);
    const id = match?.id ?? ++made;
    // Nobody was told whether the row was left out, and with it its keys.
    if (duplicates === "ignore") {
      maybeKeyed.add(id);
      hold(id, code || (match?.code ?? "*"), card);
    }
    if (match !== undefined && duplicates === "ignore") return;
    if (!before.has(id)) before.set(id, match ?? null);
    if (match !== undefined && code !== "" && match.code !== "*" && match.code !== code) {
      muddled.add(id);
    }
    // Known by a card alone, and given a code in a batch that also made somebody new, or whose reply
    // may have been lost: the counts do not tell that this row was not the new one.
    if (match !== undefined && code !== "" && match.code === "*") muddled.add(id);
    if (code === "") byCardOnly.add(id);
    const known = duplicates !== "ignore";
    const cells = new Map(match?.cells ?? []);
    for (const field of FIELDS) {
      const value = given.get(field);
      const sent = value !== undefined && !(field === "card_number" && value === "");
      if (!sent && match !== undefined && duplicates === "update") continue;
      const last = cells.get(field)?.at(-1);
      if (undoes !== null && sent && last !== undefined && last.value !== value) {
        const theirs = last.by === undoes || restores.get(undoes)?.has(last.by) === true;
        if (!theirs) overwritten.push({ id, field });
      }
      const entry = {
        value: sent ? value : "",
        by: importId,
        known: known && (sent || match !== undefined),
      };
      cells.set(field, [...(cells.get(field) ?? []), entry]);
    }
    const customer = { id, code: code || (match?.code ?? "*"), cells };
    customers.set(id, customer);
    hold(id, customer.code, present(customer, "card_number"));
  }

  return {
    customers: () => customers,
    find,
    overwritten: () => overwritten,
    apply(batch, importId, undoes) {
      const before = new Map<number, Customer | null>();
      if (undoes !== null) {
        restores.set(undoes, (restores.get(undoes) ?? new Set()).add(importId));
      }
      for (const row of batch.rows) applyRow(batch, row, { importId, undoes }, before);
      applications.push({ importId, before });
    },
    revert(importId) {
      const theirs = applications.filter((each) => each.importId === importId).reverse();
      const newest = theirs.every((each, at) => applications.at(-1 - at) === each);
      for (const each of theirs) {
        applications.splice(applications.indexOf(each), 1);
        for (const [id, customer] of each.before) {
          if (customer === null) customers.delete(id);
          else customers.set(id, customer);
          if (!newest) muddled.add(id);
          maybeKeyed.add(id);
        }
      }
    },
    statesOf: (importId) =>
      applications.flatMap((each, at) => (each.importId === importId ? [at] : [])).reverse(),
    isMuddled(id) {
      if (muddled.has(id)) return true;
      const manyCards = (cards.get(id)?.size ?? 0) > 1;
      if (byCardOnly.has(id) && (manyCards || maybeKeyed.has(id))) return true;
      return [...holders].some(
        ([key, ids]) => ids.has(id) && (ids.size > 1 || muddledKeys.has(key)),
      );
    },
    muddle({ code, card }) {
      if (code !== "") muddledKeys.add(`c${code}`);
      if (card !== "") muddledKeys.add(`k${card}`);
    },
    shown: () =>
      [...customers.values()]
        .sort((a, b) => a.id - b.id)
        .map((each) => {
          const cells = FIELDS.map((field) => [field, present(each, field)] as const);
          return Object.fromEntries([["code", each.code], ...cells.filter(([, value]) => value)]);
        }),
  };
}

/** The server's customers in the model's words. */
export function shownOf(customers: readonly PracticeCustomer[]) {
  return customers.map(({ fields: { code = "", ...fields } }) => ({
    code: GENERATED.test(code) ? "*" : code,
    ...fields,
  }));
}
