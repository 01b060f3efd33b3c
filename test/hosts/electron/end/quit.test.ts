import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closeBeforeQuit } from "../../../../main/hosts/electron/end/quit.ts";
import { type FakeApp, fakeApp } from "../../fake-app.ts";
import { app, told } from "../stand-in/index.ts";

let services: FakeApp;
let order: string[];
let sender: "here" | "elsewhere";
let waits: boolean;
let left: readonly string[] | null;
let ending: { asked: boolean };
const exit = vi.spyOn(app, "exit");

beforeEach(() => {
  order = [];
  sender = "here";
  waits = false;
  left = null;
  ending = { asked: false };
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
  told.otherInstance = null;
  told.relaunched = null;
});

interface Parts {
  readonly opening?: Promise<FakeApp>;
  readonly install?: (failed: () => void) => boolean;
}

function prepare({ opening, install }: Parts): () => boolean {
  return closeBeforeQuit({
    opening: opening ?? Promise.resolve(services),
    updates: () => ({ isReady: install !== undefined, install: install ?? (() => false) }),
    doors: {
      get waits() {
        return waits;
      },
      open: () => order.push("opened"),
      leave: () => order.push("left"),
      filesLeft: () => left,
    },
    ending,
    words: ["--data-dir=/data"],
  });
}

const installs = (): boolean => {
  order.push("installed");
  return true;
};

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
  prepare({ install: installs });
  expect(quit()).toBe(true);
  expect(quit()).toBe(true);
  await vi.waitFor(() => expect(order).toEqual(["left", "closed", "installed"]));
  // The installer ends the program itself.
  expect(quit()).toBe(false);
  expect(exit).not.toHaveBeenCalled();
});

it("no update is installed under a command line that sends", async () => {
  sender = "elsewhere";
  prepare({ install: installs });
  quit();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(order).toEqual(["left", "closed"]);
});

it("no update is installed under a window that was opened while this one closed", async () => {
  told.otherInstance = () => undefined;
  prepare({ install: installs });
  quit();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(order).toEqual(["left", "closed"]);
});

it("an installer that fails after all does not leave a program without a window behind", async () => {
  prepare({
    install: (failed) => {
      setImmediate(failed);
      return true;
    },
  });
  quit();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
});

it("a window that somebody asked for while it closed opens again, on services that are open", async () => {
  const ends = prepare({});
  waits = true;
  expect(quit()).toBe(true);
  expect(order).toEqual(["opened"]);
  expect(ends()).toBe(false);
  waits = false;
  quit();
  await vi.waitFor(() => expect(order).toEqual(["opened", "left", "closed"]));
  expect(ends()).toBe(true);
});

it("the system's end waits for nobody", async () => {
  ending.asked = true;
  prepare({});
  waits = true;
  quit();
  await vi.waitFor(() => expect(order).toEqual(["left", "closed"]));
});

it("services that are still opening are closed when they are open", async () => {
  const opening = Promise.withResolvers<FakeApp>();
  prepare({ opening: opening.promise });
  expect(quit()).toBe(true);
  await new Promise(setImmediate);
  expect(exit).not.toHaveBeenCalled();
  opening.resolve(services);
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(order).toEqual(["left", "closed"]);
});

it("what macOS hands to a program that ends is opened by the next one", async () => {
  prepare({ install: installs });
  left = ["/lists/a.csv"];
  quit();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(told.relaunched).toEqual(["--data-dir=/data", "/lists/a.csv"]);
  expect(order).toEqual(["left", "closed"]);
});
