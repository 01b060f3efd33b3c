import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchEnding } from "../../../../main/hosts/electron/end/ending.ts";
import { askBeforeClosing } from "../../../../main/hosts/electron/window/close-question.ts";
import { openBatches } from "../../../../main/hosts/electron/window/queue-signs.ts";
import { type FakeApp, fakeApp } from "../../fake-app.ts";
import { app, BrowserWindow, powerMonitor, told } from "../stand-in/index.ts";

let services: FakeApp;
let window: BrowserWindow;
const count = () => openBatches(services.queueSummary());
const doors = {
  shut: vi.fn<() => void>(),
  open: vi.fn<() => void>(),
  leave: vi.fn<() => void>(),
};
beforeEach(() => {
  vi.clearAllMocks();
  services = fakeApp();
  told.windows.length = 0;
  told.boxes.length = 0;
  window = new BrowserWindow({});
});
afterEach(() => {
  app.removeAllListeners();
  powerMonitor.removeAllListeners();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
});

// On macOS closing the window ends nothing; there the question comes when the program is to quit.
describe.skipIf(process.platform === "darwin")("closing the window", () => {
  it("asks before entries are lost that are not saved, and then about the batches again", async () => {
    services.counts.queued = 1;
    window.unsaved = true;
    askBeforeClosing(window as never, count, watchEnding(doors), doors);
    const answers = [0, 1];
    vi.spyOn(told, "boxAnswer", "get").mockImplementation(() => answers.shift() ?? 0);
    window.close();
    await vi.waitFor(() => expect(doors.open).toHaveBeenCalled());
    vi.restoreAllMocks();
    expect(told.boxes.map(({ message }) => message)).toEqual([
      "One batch waits to be sent.",
      "What you entered is not saved yet.",
    ]);
    expect(window.destroyed).toBe(false);
    told.boxes.length = 0;
    told.boxAnswer = 0;
    window.close();
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
    expect(told.boxes).toHaveLength(2);
  });

  it("holds up who asks for the window while it closes or asks, until it stays", async () => {
    services.counts.queued = 1;
    askBeforeClosing(window as never, count, watchEnding(doors), doors);
    told.boxAnswer = 1;
    window.close();
    expect(doors.shut).toHaveBeenCalled();
    // The question stands already.
    window.close();
    expect(told.boxes).toHaveLength(1);
    expect(doors.open).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(doors.open).toHaveBeenCalled());
    expect(window.destroyed).toBe(false);
  });

  it("never holds up the end of the system", () => {
    services.counts.queued = 3;
    window.unsaved = true;
    const ending = watchEnding(doors);
    askBeforeClosing(window as never, count, ending, doors);
    powerMonitor.emit("shutdown");
    expect(ending.asked).toBe(true);
    expect(doors.leave).toHaveBeenCalled();
    window.close();
    expect(window.destroyed).toBe(true);
    const other = new BrowserWindow({});
    other.unsaved = true;
    askBeforeClosing(other as never, count, { asked: false, now: () => undefined }, doors);
    other.emit("query-session-end");
    other.close();
    expect(other.destroyed).toBe(true);
    expect(told.boxes).toEqual([]);
  });
});
