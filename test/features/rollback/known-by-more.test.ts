import fc from "fast-check";
import { expect, test } from "vitest";
import { isMore, knowledgeAfter } from "../../../main/features/rollback/plan/knowledge.ts";
import type { LinkedRow } from "../../../main/records/customers/linked-rows.ts";
import { sendingOf } from "../../../main/records/imports/arrivals/sending.ts";
import type { FieldName } from "../../../preload/fields.ts";

const COLUMNS: readonly (readonly FieldName[])[] = [
  ["code", "card_number", "first_name"],
  ["code", "first_name", "city"],
];

const sent = fc.record({
  fields: fc.constantFrom(...COLUMNS),
  card: fc.constantFrom("", "9"),
  values: fc.array(fc.constantFrom("", "a", "b"), { minLength: 2, maxLength: 2 }),
  arrived: fc.constantFrom("sure", "sure", "sure", "maybe", "none", "pending"),
  duplicates: fc.constantFrom("update", "update", "yes", "ignore"),
  created: fc.constantFrom("none", "some", "all"),
  undone: fc.constantFrom(false, false, false, true),
});

/** One customer's rows in the order of sending. */
const rows = fc.array(sent, { maxLength: 12 }).map((all) =>
  all.map(({ fields, card, values, undone, ...facts }, at): LinkedRow => {
    const order = facts.arrived === "pending" ? null : (at + 1) * 10;
    const cells = fields.map((field, place) => {
      if (field === "code") return "C1";
      return field === "card_number" ? card : (values[place - 1] ?? "");
    });
    return {
      facts: {
        ...facts,
        ...{ importId: at + 1, batchId: at + 1, undoes: null, position: 1, rows: 1 },
        server: { address: "https://api.example.com/", accountId: "a" },
        ...{ state: "accepted", standing: "accepted", createdCount: null },
        ...{ sentAt: order, sentOrder: order },
        revertedOrder: undone && facts.arrived !== "pending" ? (at + 1) * 10 + 25 : null,
      },
      ...{ place: 0, version: 0, row: { row: 2, values: cells }, fields },
      identity: { code: "C1", card: fields.includes("card_number") ? card : "" },
    };
  }),
);

/** Without those after which another one came that tells more. */
function fewer(all: readonly LinkedRow[], since: number): readonly LinkedRow[] {
  const kept: LinkedRow[] = [];
  for (const row of all) {
    const last = kept.at(-1);
    if (last !== undefined && isMore(row, last, since)) kept.pop();
    kept.push(row);
  }
  return kept;
}

const known = (all: readonly LinkedRow[], since: number) => {
  const about = knowledgeAfter(
    all.map(({ facts, fields, row }) => sendingOf(facts, fields, row.values)),
    since,
  );
  return { ...about, values: [...about.values] };
};

test("what is left out of a customer's past tells nothing of what is known of them", () => {
  let left = 0;
  fc.assert(
    fc.property(rows, fc.constantFrom(0, 0, 45), (all, since) => {
      const kept = fewer(all, since);
      left += all.length - kept.length;
      expect(known(kept, since)).toEqual(known(all, since));
    }),
    { numRuns: 2_000 },
  );
  expect(left).toBeGreaterThan(100);
});

test("it is known at once or step by step", () => {
  fc.assert(
    fc.property(rows, (all) => {
      // Nothing was sent before the first number: no gap, but every step is gone.
      expect(known(all, 0)).toEqual(known(all, -1));
    }),
    { numRuns: 2_000 },
  );
});
