import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { type Workshop, workshop } from "../../pipeline/delivery/workshop.ts";

const NO = {
  kind: "reply",
  applied: false,
  reply: { status: 200, body: JSON.stringify({ status: "error", error: "No" }) },
} as const;

const FIRST = [
  ["1", "Ana"],
  ["2", "Ben"],
  ["3", "Cleo"],
];

/** The first list is rejected; then others are sent, of which the platform refuses as many as said. */
async function afterRejection(
  others: readonly Parameters<Workshop["put"]>[0][],
  refused = 0,
): Promise<Workshop> {
  const shop = workshop();
  const faults = forBatches(NO, ...Array.from({ length: refused }, () => NO));
  const sender = shop.sender(await practiceServer({ faults }), { random: () => 0 });
  shop.put({ rows: FIRST });
  for (const other of others) shop.put(other);
  sender.start();
  await sender.drain(8000);
  return shop;
}

test("rows of customers whom a later list has reached are counted before they go again", async () => {
  const later = [
    ["3", "Clea"],
    ["4", "Dan"],
    ["1", "Anna"],
  ];
  const shop = await afterRejection([{ rows: later }]);
  expect(shop.states()).toEqual(["rejected", "accepted"]);
  expect(shop.queue.resending(1)).toEqual({ twice: null, newer: 2 });
});

test.each([
  ["no later list was sent", [], 0],
  ["the later list has other customers", [{ rows: [["7", "Gil"]] }], 0],
  ["the later list did not arrive either", [{ rows: FIRST }], 1],
  ["the later list went to another account", [{ rows: FIRST, accountId: "another" }], 0],
] as const)("nothing is newer where %s", async (_why, others, refused) => {
  const shop = await afterRejection(others, refused);
  expect(shop.states()[0]).toBe("rejected");
  expect(shop.queue.resending(1).newer).toBe(0);
});

test("a list that was queued before and went out since is not newer", async () => {
  const shop = workshop();
  const sender = shop.sender(await practiceServer({ faults: forBatches(undefined, NO) }));
  shop.put({ rows: FIRST });
  shop.put({ rows: FIRST });
  sender.start();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted", "rejected"]);
  expect(shop.queue.resending(2).newer).toBe(0);
});
