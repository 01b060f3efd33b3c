import { expect, test } from "vitest";
import { openDatabase } from "../../../main/records/database/open.ts";
import { byCode } from "../../features/rollback/workshop.ts";
import { NO_SIGNAL, onPosix } from "../../helpers/posix.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, customersCsv, STORE, startCli } from "../cli.ts";

interface Document {
  readonly cancelled: number;
  readonly onTheirWay: number;
  readonly restored: { readonly state: string } | null;
  readonly error?: { readonly code: string };
}

/** An import of thirty batches that another process sends while the server takes its time. */
async function underWay(delayMs: () => number) {
  let requests = 0;
  const server = await practiceServer({
    faults: ({ type }) => {
      if (type !== "customers_batch") return undefined;
      requests += 1;
      return { kind: "none", delayMs: requests === 1 ? 0 : delayMs() };
    },
  });
  const shop = cli();
  await shop.connect(server);
  await shop.run(["import", shop.list("before.csv", customersCsv(60)), ...STORE]);
  const before = byCode(server);
  const now = customersCsv(60).replaceAll("Ana", "Bea");
  const words = [...STORE, "--batch-rows", "2", "--data-dir", shop.dataDir];
  const importing = startCli(["import", shop.list("now.csv", now), ...words]);
  await expect.poll(() => requests, { timeout: 20_000 }).toBeGreaterThan(1);
  return { server, shop, before, importing };
}

const values = (of: ReadonlyMap<string, unknown>) => [...of.entries()].sort();

test("undo waits for the answers to what is on its way and then takes that back too", async () => {
  const { server, shop, before, importing } = await underWay(() => 1500);
  const { status, document } = await shop.json<Document>(["undo", "2"]);
  await importing.ended;
  expect(status).toBe(0);
  expect(document).toMatchObject({ onTheirWay: 0, restored: { state: "accepted" } });
  expect(document.cancelled).toBeGreaterThan(20);
  expect(values(byCode(server))).toEqual(values(before));
});

onPosix(
  {
    title:
      "undo that cannot wait for the answers says what it cancelled and what is left; a second call finishes it",
    reason: NO_SIGNAL,
  },
  async ({ signal }) => {
    let delayMs = 6000;
    const { server, shop, before, importing } = await underWay(() => delayMs);
    const undoing = startCli(["undo", "2", "--data-dir", shop.dataDir, "--json"]);
    const db = openDatabase(shop.dataDir);
    const cancelled = db.prepare("SELECT count(*) FROM batches WHERE state = 'cancelled'").pluck();
    await expect.poll(() => cancelled.get(), { timeout: 20_000 }).toBeGreaterThan(0);
    db.close();
    signal(undoing.child.pid, "SIGINT");
    const first = await undoing.ended;
    expect(first.status).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({
      cancelled: 29,
      onTheirWay: 1,
      restored: null,
      error: { code: "undo-sending" },
    });
    expect(first.err).toContain("(batches: 29); on their way right now: 1");
    delayMs = 0;
    await importing.ended;
    const second = await shop.json<Document>(["undo", "2"]);
    expect([second.status, second.document.restored?.state]).toEqual([0, "accepted"]);
    expect(values(byCode(server))).toEqual(values(before));
  },
);

test("what a process had on its way that is gone does not stand in the way of undo", async () => {
  const { server, shop, importing } = await underWay(() => 60_000);
  importing.child.kill("SIGKILL");
  await importing.ended;
  const { status, document } = await shop.json<Document>(["undo", "2"]);
  expect([status, document.onTheirWay]).toEqual([0, 0]);
  const { document: left } = await shop.json<{ batches: unknown[] }>(["queue"]);
  expect(left.batches).toEqual([]);
  expect(server.applied()).toHaveLength(1);
});
