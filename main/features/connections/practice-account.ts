import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import type { Page, PracticeCustomer } from "../../../preload/types.ts";
import { MASK } from "../../pipeline/batches/mask.ts";

/** What a person may do with the practice account itself. */
export interface PracticeAccount {
  /** Its customers in the order they came; passwords and PINs are masked. */
  page(range: { readonly offset: number; readonly limit: number }): Promise<Page<PracticeCustomer>>;
  /** Takes every customer out of it; answers how many. */
  empty(): Promise<number>;
}

/** @param databasePath where the practice customers are kept */
export function createPracticeAccount(databasePath: string): PracticeAccount {
  // Loaded late: most starts of the program never need it.
  const contents = () => import("../../practice/account-contents.ts");
  return {
    async page(range) {
      const { readPracticePage } = await contents();
      const { items, total } = readPracticePage(databasePath, range);
      return { items: items.map(withoutSecrets), total };
    },
    async empty() {
      const { emptyPracticeAccount } = await contents();
      return emptyPracticeAccount(databasePath);
    },
  };
}

/** Passwords and PINs are shown nowhere. */
export function withoutSecrets({ id, fields, balances }: PracticeCustomer): PracticeCustomer {
  const shown = Object.entries(fields).map(([field, value]) => [
    field,
    SECRET_FIELDS.has(field as FieldName) ? MASK : value,
  ]);
  return { id, fields: Object.fromEntries(shown), balances };
}
