import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askBeforeClosing } from "../../../main/hosts/electron/close-question.ts";
import {
  followPower,
  keepAwakeWhileSending,
  watchEnding,
} from "../../../main/hosts/electron/power.ts";
import { queueSigns, showQueueSigns } from "../../../main/hosts/electron/queue-signs.ts";
import { type FakeApp, fakeApp } from "../fake-app.ts";
import { app, BrowserWindow, powerMonitor, told } from "./stand-in.ts";

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

// On macOS closing the window ends nothing; there the question comes when the program is to quit.
describe.skipIf(process.platform === "darwin")("closing the window", () => {
  function close(): boolean {
    let stopped = false;
    window.emit("close", {
      preventDefault: () => {
        stopped = true;
      },
    });
    return stopped;
  }

  it("is not asked about while nothing waits", () => {
    askBeforeClosing(window as never, services, watchEnding());
    expect(close()).toBe(false);
  });

  it("says what waits and when it goes on, and stays open for one who thinks better of it", async () => {
    services.counts.queued = 3;
    told.boxAnswer = 1;
    const quit = vi.spyOn(app, "quit");
    askBeforeClosing(window as never, services, watchEnding());
    expect(close()).toBe(true);
    await vi.waitFor(() => expect(told.boxes).toHaveLength(1));
    expect(told.boxes[0]?.message).toBe("3 batches wait to be sent.");
    expect(told.boxes[0]?.detail).toMatch(/next start/);
    expect(quit).not.toHaveBeenCalled();
    told.boxAnswer = 0;
    expect(close()).toBe(true);
    await vi.waitFor(() => expect(quit).toHaveBeenCalled());
    expect(close()).toBe(false);
  });

  it("asks before entries are lost that are not saved, and then about the batches again", async () => {
    const leaves = (): boolean => {
      let prevented = false;
      window.webContents.emit("will-prevent-unload", {
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    };
    services.counts.queued = 1;
    told.boxAnswer = 0;
    askBeforeClosing(window as never, services, watchEnding());
    expect(close()).toBe(true);
    await vi.waitFor(() => expect(told.quits).toBeGreaterThan(0));
    told.boxAnswer = 1;
    expect(leaves()).toBe(false);
    expect(told.boxes.at(-1)).toMatchObject({ message: "What you entered is not saved yet." });
    expect(close()).toBe(true);
    told.boxAnswer = 0;
    expect(leaves()).toBe(true);
  });

  it("never holds up the end of the system", () => {
    services.counts.queued = 3;
    const ending = watchEnding();
    askBeforeClosing(window as never, services, ending);
    powerMonitor.emit("shutdown");
    expect(ending.asked).toBe(true);
    expect(close()).toBe(false);
    let held = true;
    window.webContents.emit("will-prevent-unload", {
      preventDefault: () => {
        held = false;
      },
    });
    expect(held).toBe(false);
    const other = new BrowserWindow({});
    askBeforeClosing(other as never, services, { asked: false, now: () => undefined });
    other.emit("query-session-end");
    other.emit("close", {
      preventDefault: () => expect.fail("the end of the session is held up"),
    });
    expect(told.boxes).toEqual([]);
  });
});
