import { expect, test } from "vitest";
import type { Transport } from "../../../main/common/host/transport.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import {
  afterDoubted,
  type Doubt,
  isSetAside,
  UNCLEAR_LIMIT,
} from "../../../main/pipeline/delivery/line/doubt.ts";
import type { SenderDeps } from "../../../main/pipeline/delivery/sender/sender.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { practiceServer, type Reachable } from "../../helpers/practice.ts";
import { faults } from "../../helpers/servers/faults.ts";
import { customers, type Workshop, workshop } from "../../pipeline/delivery/workshop.ts";

const DOWN: readonly (readonly [string, Fault])[] = [
  ["502", faults.gateway(502, false)],
  ["reset", faults.reset("before-applying")],
  ["a page", faults.page(false)],
];

/** A sender whose clock runs ahead as one likes, so that no wait takes its time. */
function hasty(shop: Workshop, server: Reachable, more: Partial<SenderDeps> = {}) {
  let ahead = 0;
  const sender = shop.sender(server, { now: () => Date.now() + ahead, random: () => 0, ...more });
  sender.start();
  return {
    sender,
    /** Lets waits pass until it is so. */
    async until(isSo: () => boolean) {
      for (let turn = 0; turn < 200 && !isSo(); turn += 1) {
        ahead += 61_000;
        sender.wake();
        await sender.drain(60);
      }
      expect(isSo()).toBe(true);
    },
  };
}

const most = (shop: Workshop, column: "unclear" | "attempts") =>
  shop.db.prepare(`SELECT max(${column}) FROM batches`).pluck().get() as number;

test.each(DOWN)(
  "an outage (%s) that outlasts many tries makes no question of a batch that may go twice",
  async (_, fault) => {
    let down = true;
    const server = await practiceServer({ faults: () => (down ? fault : undefined) });
    const shop = workshop();
    shop.put({ rows: customers(6), batchRows: 2 });
    shop.put({ rows: customers(2, 50) });
    const { sender, until } = hasty(shop, server);
    await until(() => most(shop, "unclear") >= UNCLEAR_LIMIT + 4);
    expect(shop.states()).not.toContain("uncertain");
    down = false;
    sender.sendNow();
    await sender.drain(8000);
    expect(shop.states()).toEqual(Array(4).fill("accepted"));
  },
);

test("a platform that comes and goes sets nothing aside for its own failures", async () => {
  let asked = 0;
  const server = await practiceServer({
    // Six requests in ten are lost, whichever batch they hold.
    faults: () => {
      asked += 1;
      return (asked * 7) % 10 < 6 ? faults.reset("before-applying") : undefined;
    },
  });
  const shop = workshop();
  shop.put({ rows: customers(12), batchRows: 1 });
  const { until } = hasty(shop, server);
  await until(() => shop.states().every((state) => state === "accepted"));
});

/** Requests with this customer go to a server that drops them, all others through. */
async function poisonedBy(code: string): Promise<Transport> {
  const broken = await practiceServer({ faults: () => faults.reset("before-applying") });
  const node = createNodeTransport();
  return {
    post: (request) =>
      node.post(
        new RegExp(`\\b${code}%7C`).test(request.body.toString())
          ? { ...request, url: broken.url }
          : request,
      ),
  };
}

test.each([
  ["in its own import", [customers(3)]],
  ["in the next import", [customers(1), customers(2, 20)]],
])(
  "a batch that never gets a clear answer is set aside once others %s got through, and they all go",
  async (_, lists) => {
    const server = await practiceServer();
    const shop = workshop();
    for (const rows of lists) shop.put({ rows, batchRows: 1 });
    const transport = await poisonedBy("C1");
    const { until } = hasty(shop, server, { transport });
    await until(() =>
      shop.states().every((state) => state === "accepted" || state === "uncertain"),
    );
    expect(shop.states().filter((state) => state === "uncertain")).toHaveLength(1);
    expect(shop.reasons()[0]).toBe("reason-gave-up");
  },
);

test("a batch that waits alone is tried without end", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(1) });
  const { until } = hasty(shop, server, { transport: await poisonedBy("C1") });
  await until(() => most(shop, "attempts") >= 3 * UNCLEAR_LIMIT);
  expect(shop.states()).toEqual(["waiting"]);
});

test("only failures right after another batch got through count against a batch", () => {
  const worn = { id: 1, unclear: 50 } as Parameters<typeof isSetAside>[0];
  const play = (...ends: readonly (readonly [batchId: number, kind: "accepted" | "unclear"])[]) =>
    ends.reduce<Doubt | null>(
      (doubt, [batchId, kind]) => afterDoubted(doubt, { batchId, kind, unclear: 50 }),
      null,
    );
  const outage = play(
    [1, "unclear"],
    [2, "unclear"],
    [1, "unclear"],
    [2, "unclear"],
    [1, "unclear"],
  );
  expect(isSetAside(worn, outage)).toBe(false);
  // The outage ended between the two: the next try decides, and then once more.
  const once = play([1, "unclear"], [2, "accepted"], [1, "unclear"]);
  expect(isSetAside(worn, once)).toBe(false);
  expect(isSetAside(worn, play([1, "unclear"], [2, "accepted"], [1, "accepted"]))).toBe(false);
  const again = play(
    [1, "unclear"],
    [2, "accepted"],
    [1, "unclear"],
    [3, "accepted"],
    [1, "unclear"],
  );
  expect(isSetAside(worn, again)).toBe(true);
});
