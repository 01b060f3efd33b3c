import type { FieldName } from "../../preload/fields.ts";
import type { StoredCustomer } from "./store/customers.ts";
import type { PracticeStore } from "./store/store.ts";

interface PracticeBalance {
  readonly campaignId: string;
  /** A product's or service's name in a campaign of type buyx, else "". */
  readonly item: string;
  readonly amount: number;
}

export interface PracticeCustomer {
  readonly id: number;
  /** Every field that is not empty, `code` always among them; `auto_add` is no field. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** One entry for every campaign the customer takes part in, by campaign id and item. */
  readonly balances: readonly PracticeBalance[];
}

/** A customer as a person looks at it: with what it has in each campaign. */
export function withBalances(store: PracticeStore, customer: StoredCustomer): PracticeCustomer {
  const { id, code, cardNumber, fields } = customer;
  const card = cardNumber === "" ? {} : { card_number: cardNumber };
  const balances = store.balances
    .of(id)
    .map(({ campaignId, item, hundredths }) => ({ campaignId, item, amount: hundredths / 100 }));
  return { id, fields: { code, ...card, ...fields }, balances };
}
