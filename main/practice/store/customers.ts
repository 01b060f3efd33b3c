import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../common/sqlite/database.ts";

/** Every field that is not empty, the two keys left out. */
export type StoredFields = Readonly<Partial<Record<FieldName, string>>>;

export interface StoredCustomer {
  readonly id: number;
  readonly code: string;
  /** "" where the customer has none. */
  readonly cardNumber: string;
  readonly fields: StoredFields;
}

interface Row {
  readonly id: number;
  readonly code: string;
  readonly card_number: string;
  readonly fields: string;
}

/** The customers of the practice account; every call belongs into a transaction of its caller. */
export interface CustomerStore {
  /** "Matching": by code, else by card number; of several the elder. Empty keys match nobody. */
  find(code: string, cardNumber: string): StoredCustomer | undefined;
  hasCode(code: string): boolean;
  hasCard(cardNumber: string): boolean;
  insert(customer: Omit<StoredCustomer, "id">): number;
  update(customer: StoredCustomer): void;
  /** Puts a customer back under its own id, whether it still exists or not. */
  restore(customer: StoredCustomer): void;
  remove(id: number): void;
  all(): readonly StoredCustomer[];
  count(): number;
  /** Some of all, in the same order. */
  page(offset: number, limit: number): readonly StoredCustomer[];
  /** With their balances. @returns how many there were */
  removeAll(): number;
}

export function createCustomerStore(db: Database): CustomerStore {
  const byCode = db.prepare<[string], Row>(
    "SELECT * FROM customers WHERE code = ? ORDER BY id LIMIT 1",
  );
  const byCard = db.prepare<[string], Row>(
    "SELECT * FROM customers WHERE card_number = ? ORDER BY id LIMIT 1",
  );
  const insert = db.prepare<[string, string, string]>(
    "INSERT INTO customers (code, card_number, fields) VALUES (?, ?, ?)",
  );
  const put = db.prepare<[number, string, string, string]>(`
    INSERT INTO customers (id, code, card_number, fields) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      code = excluded.code, card_number = excluded.card_number, fields = excluded.fields`);
  const remove = db.prepare<[number]>("DELETE FROM customers WHERE id = ?");
  const all = db.prepare<[], Row>("SELECT * FROM customers ORDER BY id");
  const count = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM customers");
  const page = db.prepare<[number, number], Row>(
    "SELECT * FROM customers ORDER BY id LIMIT ? OFFSET ?",
  );
  const removeAll = db.prepare("DELETE FROM customers");

  const save = (customer: StoredCustomer) => {
    const { id, code, cardNumber, fields } = customer;
    put.run(id, code, cardNumber, JSON.stringify(fields));
  };

  return {
    find(code, cardNumber) {
      const row =
        (code === "" ? undefined : byCode.get(code)) ??
        (cardNumber === "" ? undefined : byCard.get(cardNumber));
      return row === undefined ? undefined : fromRow(row);
    },
    hasCode: (code) => byCode.get(code) !== undefined,
    hasCard: (cardNumber) => byCard.get(cardNumber) !== undefined,
    insert: ({ code, cardNumber, fields }) =>
      Number(insert.run(code, cardNumber, JSON.stringify(fields)).lastInsertRowid),
    update: save,
    restore: save,
    remove: (id) => {
      remove.run(id);
    },
    all: () => all.all().map(fromRow),
    count: () => count.get()?.n ?? 0,
    page: (offset, limit) => page.all(limit, offset).map(fromRow),
    removeAll: () => removeAll.run().changes,
  };
}

function fromRow(row: Row): StoredCustomer {
  return {
    id: row.id,
    code: row.code,
    cardNumber: row.card_number,
    fields: JSON.parse(row.fields),
  };
}
