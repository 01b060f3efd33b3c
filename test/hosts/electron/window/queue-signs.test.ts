import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followPower, keepAwakeWhileSending } from "../../../../main/hosts/electron/end/power.ts";
import { queueSigns, showQueueSigns } from "../../../../main/hosts/electron/window/queue-signs.ts";
import { type FakeApp, fakeApp } from "../../fake-app.ts";
import { app, BrowserWindow, powerMonitor, told } from "../stand-in/index.ts";

let services: FakeApp;
let window: BrowserWindow;
beforeEach(() => {
  services = fakeApp();
  told.windows.length = 0;
  told.boxes.length = 0;
  window = new BrowserWindow({});
});
afterEach(() => void app.removeAllListeners());

describe("outside the window", () => {
  it.each([
    [{}, 0, { badge: 0, prefix: "", progress: -1, mode: "none" }],
    [{ queued: 3, sending: 1 }, 8, { badge: 4, prefix: "(4) ", progress: 0.5, mode: "normal" }],
    [{ waiting: 2 }, 2, { badge: 2, prefix: "(2) ", progress: 0, mode: "paused" }],
    [{ uncertain: 1 }, 0, { badge: 1, prefix: "(1) ", progress: 1, mode: "error" }],
  ])("a queue of %o is shown as what it is", (counts, most, signs) => {
    Object.assign(services.counts, counts);
    expect(queueSigns(services.queueSummary(), most)).toEqual(signs);
  });

  it("dock, taskbar and title follow the queue, and the computer stays awake for a batch", async () => {
    const changed = showQueueSigns(services.queueSummary, keepAwakeWhileSending());
    services.counts.sending = 2;
    changed();
    changed();
    await vi.waitFor(() => expect(told.badge).toBe(2));
    expect(window.title).toBe("(2) Loyalty Importer");
    expect(window.progress).toEqual({ value: 0, mode: "normal" });
    expect(told.blockers.size).toBe(1);
    services.counts.sending = 0;
    changed();
    await vi.waitFor(() => expect(told.badge).toBe(0));
    expect(window.title).toBe("Loyalty Importer");
    expect(told.blockers.size).toBe(0);
  });

  it("before sleep nothing is begun; waking up and unlocking try at once what waits", () => {
    followPower(services);
    for (const event of ["suspend", "resume", "unlock-screen"]) powerMonitor.emit(event);
    expect(services.calls.map(({ name }) => name)).toEqual([
      "fallAsleep",
      "networkBack",
      "networkBack",
    ]);
  });
});
