import { expect, test } from "vitest";
import { createCorrecting } from "../../../main/features/queue/corrections/correcting.ts";
import { createQueue } from "../../../main/features/queue/queue.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { lastCampaigns } from "../../../main/records/imports/corrections/campaign-store.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { DOLLARS, POINTS, practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { workshop } from "../history/workshop.ts";

const ROWS = "code,first_name\nA,Ana\nB,Bea\nC,Cleo\n";
const ENDED = "9990000000000001";
const REFUSAL: Fault = {
  kind: "reply",
  applied: false,
  reply: {
    status: 200,
    headers: { "content-type": "application/json" },
    body: '{"status":"error","error":"Campaign not active"}',
  },
};

/** Its campaign ended while the list was on its way: the first row arrived, the others are refused. */
async function ended() {
  const server = await practiceServer({ faults: forBatches(undefined, REFUSAL) });
  const shop = workshop(server);
  const undoLog = createUndoLog(shop.db, shop.vault);
  const queue = createQueue(shop.db, shop.vault, Date.now, undoLog);
  const correcting = createCorrecting(shop.db, shop.vault, undoLog);
  const id = await shop.put(ROWS, { batchRows: 1 });
  await shop.send();
  const [first = 0, refused = 0, waiting = 0] = shop.history.get(id).batches.map((each) => each.id);
  return { server, shop, undoLog, queue, correcting, id, first, refused, waiting };
}

test("a refused batch and what waits behind it go into the campaigns chosen; what arrived keeps its own", async () => {
  const { server, shop, queue, correcting, id, first, refused, waiting } = await ended();
  correcting.chooseCampaigns(refused, [DOLLARS]);
  expect(shop.history.batch(refused)).toMatchObject({ state: "rejected", campaigns: [DOLLARS] });
  queue.resolve(refused, "resend");
  await shop.send();
  expect(shop.history.get(id)).toMatchObject({ state: "accepted" });
  expect(server.applied().map(({ campaigns }) => campaigns)).toEqual([
    [POINTS],
    [DOLLARS],
    [DOLLARS],
  ]);
  for (const [batch, campaigns] of [
    [first, [POINTS]],
    [refused, [DOLLARS]],
    [waiting, [DOLLARS]],
  ] as const) {
    const detail = shop.history.batch(batch);
    expect(detail.campaigns).toEqual(campaigns);
    const sent = detail.request.find(({ name }) => name === "campaigns_to_include");
    expect(sent?.value).toBe(campaigns.join());
  }
  expect(shop.history.get(id).options.campaigns).toEqual([POINTS]);
  // What puts earlier values back is not to be refused for the same reason.
  expect(lastCampaigns(shop.db, id)).toEqual([DOLLARS]);
});

test("the choice is taken back until the batch was sent again", async () => {
  const { shop, undoLog, queue, correcting, refused, waiting } = await ended();
  correcting.chooseCampaigns(refused, [ENDED, POINTS]);
  await undoLog.undo();
  expect(shop.history.batch(refused).campaigns).toEqual([POINTS]);
  expect(shop.history.batch(waiting).campaigns).toEqual([POINTS]);
  await undoLog.redo();
  expect(shop.history.batch(waiting).campaigns).toEqual([ENDED, POINTS]);
  correcting.chooseCampaigns(refused, [POINTS]);
  queue.resolve(refused, "resend");
  await shop.send();
  expect(shop.history.batch(refused).state).toBe("accepted");
  expect(() => correcting.chooseCampaigns(refused, [ENDED])).toThrow("cannot be corrected");
});

test("corrected rows that make several requests now all go into the campaigns chosen", async () => {
  const server = await practiceServer({ faults: forBatches(REFUSAL) });
  const shop = workshop(server);
  const queue = createQueue(shop.db, shop.vault);
  const correcting = createCorrecting(shop.db, shop.vault);
  const id = await shop.put(ROWS);
  await shop.send();
  const batchId = shop.history.get(id).batches[0]?.id ?? 0;
  shop.db.prepare("UPDATE connections SET settings = json_set(settings, '$.batchRows', 1)").run();
  await correcting.correctCell({ batchId, index: 1, field: "first_name", value: "Beatrix" });
  correcting.chooseCampaigns(batchId, [DOLLARS]);
  queue.resolve(batchId, "resend");
  await shop.send();
  expect(shop.history.get(id)).toMatchObject({ state: "accepted", counts: { batches: 3 } });
  expect(server.applied().map(({ campaigns }) => campaigns)).toEqual(Array(3).fill([DOLLARS]));
  expect(server.customers().map(({ fields }) => fields.first_name)).toContain("Beatrix");
});

test("a batch whose answer is unknown keeps its campaigns: it may have arrived", async () => {
  const server = await practiceServer({ faults: forBatches(faults.reset("after-applying")) });
  const shop = workshop(server);
  const id = await shop.put("code,auto_add\nA,5\n");
  await shop.send();
  const correcting = createCorrecting(shop.db, shop.vault);
  const batchId = shop.history.get(id).batches[0]?.id ?? 0;
  expect(() => correcting.chooseCampaigns(batchId, [POINTS])).toThrow("cannot be corrected");
});

test("campaigns are known by name once the platform has listed them, of this account only", async () => {
  const server = await practiceServer();
  const { connections, connectionId } = workshop(server);
  expect(connections.campaignNames(connectionId)).toEqual({});
  const listed = await connections.campaigns(connectionId);
  const names = Object.fromEntries(listed.map(({ id, name }) => [id, name]));
  expect(connections.campaignNames(connectionId)).toEqual(names);
  const before = connections.list().find(({ id }) => id === connectionId);
  if (before === undefined) throw new Error("gone");
  connections.save({ ...before, accountId: "elsewhere", apiKey: "k" });
  expect(connections.campaignNames(connectionId)).toEqual({});
});
