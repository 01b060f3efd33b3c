import type { Duplicates } from "../../../../../preload/types.ts";
import {
  type AttemptResult,
  reasonOf,
} from "../../../../records/imports/batches/attempt-result.ts";
import type { BatchPayload } from "../../../../records/imports/batches/payload.ts";
import { COUNTED_FEWER } from "../../../../records/imports/batches/standing.ts";
import { createKeyIdentities } from "../../../batches/row-identity.ts";

/**
 * Whether a reply's counts can be about the rows that were sent. More than there were is no answer
 * to this batch. Fewer than its customers leave open which of them stand there: told, and nothing
 * of them is known; a customer may stand in it twice and be counted once. Where existing customers
 * are left as they are, nobody knows how many are counted. Pure.
 * @param payload the rows, asked for only where the counts are not the rows'; null: not kept any more
 */
export function judgeCounts(
  result: AttemptResult,
  duplicates: Duplicates,
  rows: number,
  payload: () => BatchPayload | null,
): AttemptResult {
  if (result.kind !== "accepted" || result.created === null || result.updated === null) {
    return result;
  }
  const counted = result.created + result.updated;
  if (counted > rows) {
    return { kind: "doubtful", reason: reasonOf("reason-counts", { params: { counted, rows } }) };
  }
  if (duplicates === "ignore" || counted === rows) return result;
  const sent = payload();
  if (sent === null || counted >= customersIn(sent)) return result;
  return { ...result, fewer: reasonOf(COUNTED_FEWER, { params: { counted, rows } }) };
}

/** Customers by code and card number; rows that share one of them may be of one customer. */
function customersIn({ fields, rows }: BatchPayload): number {
  const keysOf = createKeyIdentities(fields);
  const groupOf = new Map<string, number>();
  const parents: number[] = [];
  const root = (group: number): number => {
    let at = group;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  for (const { values } of rows) {
    const group = parents.length;
    parents.push(group);
    for (const key of keysOf(values).map((each) => each.toLowerCase())) {
      const other = groupOf.get(key);
      if (other === undefined) groupOf.set(key, group);
      else parents[root(other)] = root(group);
    }
  }
  return parents.filter((parent, at) => parent === at).length;
}
