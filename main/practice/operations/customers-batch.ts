import { applyBatch, type GeneratedIds } from "../batch/apply.ts";
import { readBatch } from "../batch/request.ts";
import type { Form } from "../form.ts";
import type { ReplyObject } from "../reply/reply.ts";
import type { PracticeStore } from "../store/store.ts";

/**
 * `type=customers_batch`. The reply is the documented one; where the server made up ids it also
 * holds `new_customers`, a place seen in public clients: one entry for each such customer with
 * `row` (its data row, from 1), `code` (16 digits) and, where the customer has one, `card_number`.
 */
export function customersBatch(store: PracticeStore, form: Form): ReplyObject {
  const { created, updated, generated } = applyBatch(store, readBatch(form, store.campaigns));
  const customers = { new: String(created), updated: String(updated) };
  const made = generated.length === 0 ? {} : { new_customers: generated.map(madeIds) };
  return { status: "success", batch: { status: "imported", customers, ...made } };
}

function madeIds({ row, code, cardNumber }: GeneratedIds): ReplyObject {
  const card = cardNumber === "" ? {} : { card_number: cardNumber };
  return { row: String(row), code, ...card };
}
