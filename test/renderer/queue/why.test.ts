import { expect, test } from "vitest";
import type { QueuedBatch } from "../../../preload/types.ts";
import { heldBy, whyNotGone } from "../../../renderer/queue/why.ts";

const fine = { paused: false, online: true, connections: [{ id: 1, hold: null }] };
const batch = (more: Partial<QueuedBatch> = {}) =>
  ({ state: "queued", hold: null, connectionId: 1, ...more }) as QueuedBatch;

test("a batch that nothing holds has its turn, or waits for the line", () => {
  expect(heldBy(batch(), fine)).toBeNull();
  expect(whyNotGone(batch(), fine)).toBe("why.turn");
  expect(whyNotGone(batch(), { ...fine, online: false })).toBe("why.offline");
});

test("of what holds it the nearest is told: its import, its connection, the whole queue", () => {
  const all = { paused: true, online: false, connections: [{ id: 1, hold: "paused" as const }] };
  expect(whyNotGone(batch({ hold: "rejected" }), all)).toBe("why.rejected");
  expect(whyNotGone(batch(), all)).toBe("why.connection");
  expect(whyNotGone(batch({ connectionId: 2 }), all)).toBe("why.allPaused");
});

test("what is on its way is held by nothing any more", () => {
  const all = { paused: true, online: true, connections: [{ id: 1, hold: "paused" as const }] };
  expect(heldBy(batch({ state: "sending", hold: "paused" }), all)).toBeNull();
  expect(whyNotGone(batch({ state: "sending", hold: "paused" }), all)).toBe("why.sending");
});
