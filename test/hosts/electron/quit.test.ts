import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closeBeforeQuit } from "../../../main/hosts/electron/quit.ts";
import { type FakeApp, fakeApp } from "../fake-app.ts";
import { app } from "./stand-in.ts";

let services: FakeApp;
let order: string[];
let sender: "here" | "elsewhere";
const exit = vi.spyOn(app, "exit");

beforeEach(() => {
  order = [];
  sender = "here";
  const fake = fakeApp();
  services = {
    ...fake,
    queueSummary: () => ({ ...fake.queueSummary(), sender }),
    async close() {
      order.push("closed");
    },
  };
});
afterEach(() => {
  app.removeAllListeners();
  exit.mockClear();
});

/** Whether the end was held up. */
function quit(): boolean {
  let held = false;
  app.emit("will-quit", {
    preventDefault: () => {
      held = true;
    },
  });
  return held;
}

it("an update is installed only when batches have come to an end and the data is closed", async () => {
  closeBeforeQuit(services, () => {
    order.push("installed");
    return true;
  });
  expect(quit()).toBe(true);
  expect(quit()).toBe(true);
  await vi.waitFor(() => expect(order).toEqual(["closed", "installed"]));
  // The installer ends the program itself.
  expect(quit()).toBe(false);
  expect(exit).not.toHaveBeenCalled();
});

it("no update is installed under a command line that sends", async () => {
  sender = "elsewhere";
  closeBeforeQuit(services, () => {
    order.push("installed");
    return true;
  });
  quit();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(order).toEqual(["closed"]);
});

it("an installer that fails after all does not leave a program without a window behind", async () => {
  closeBeforeQuit(services, (failed) => {
    setImmediate(failed);
    return true;
  });
  quit();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
});
