import { expect, test } from "vitest";
import type { BatchSummary, Connection, ImportDetail } from "../../../../preload/types.ts";
import { whyStill } from "../../../../renderer/import/send/still.ts";

const shop = { kind: "api", hold: null } as unknown as Connection;
const practice = { kind: "practice", hold: null } as unknown as Connection;
const fine = { paused: false, online: true, connection: shop };

function detail(hold: ImportDetail["hold"], ...batches: readonly Partial<BatchSummary>[]) {
  return { hold, batches: batches as readonly BatchSummary[] };
}

test("what holds the import itself is told before all else", () => {
  const around = { paused: true, online: false, connection: { ...shop, hold: "paused" as const } };
  expect(whyStill(detail("rejected"), around)).toEqual({ kind: "rejected" });
  expect(whyStill(detail("paused"), around)).toEqual({ kind: "paused" });
});

test("a connection that is held comes before a queue that is paused, and that before the line", () => {
  const held: Connection = { ...shop, hold: "credentials" };
  const around = { paused: true, online: false, connection: held };
  expect(whyStill(detail(null), around)).toEqual({ kind: "connection", connection: held });
  expect(whyStill(detail(null), { ...around, connection: shop })).toEqual({ kind: "all-paused" });
});

test("while a batch is on its way nothing stands still, whatever the line says", () => {
  const sending = detail(null, { state: "sending" }, { state: "waiting", nextTry: 5 });
  expect(whyStill(sending, { ...fine, online: false })).toBeNull();
});

test("without a line a shop waits for it, the practice server on this computer does not", () => {
  const offline = { ...fine, online: false };
  expect(whyStill(detail(null, { state: "queued" }), offline)).toEqual({ kind: "offline" });
  expect(
    whyStill(detail(null, { state: "queued" }), { ...offline, connection: practice }),
  ).toBeNull();
});

test("a batch that is tried again at a known time says so, one whose turn comes does not", () => {
  const waiting = { state: "waiting", nextTry: 5 } as const;
  expect(whyStill(detail(null, { state: "queued" }, waiting), fine)).toEqual({
    kind: "waiting",
    batch: waiting,
    nextTry: 5,
  });
  expect(whyStill(detail(null, { state: "waiting", nextTry: null }), fine)).toBeNull();
});
