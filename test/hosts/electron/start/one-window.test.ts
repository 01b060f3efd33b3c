import { readdirSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { takeWindowLock } from "../../../../main/hosts/electron/start/hand-over.ts";
import { stayOneWindow, type WaysIn } from "../../../../main/hosts/electron/start/one-window.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { app, told } from "../stand-in/index.ts";

const ways = {
  show: vi.fn<WaysIn["show"]>(),
  showScreen: vi.fn<WaysIn["showScreen"]>(),
};
beforeEach(() => {
  vi.clearAllMocks();
  told.windows.length = 0;
});
afterEach(() => {
  app.removeAllListeners();
  told.otherInstance = null;
});

/** As if another start had handed over. */
const second = (data: unknown) => app.emit("second-instance", {}, [], "/", data);

it("what comes before the window, or while it closes, waits and is led in, in its order", () => {
  const doors = stayOneWindow(tempDir(), ways);
  second({ files: ["/a.csv"], screen: null });
  app.emit("open-file", { preventDefault: () => undefined }, "/b.csv");
  app.emit("activate");
  expect(ways.show).not.toHaveBeenCalled();
  doors.begin();
  expect(ways.show.mock.calls).toEqual([[["/a.csv"]], [["/b.csv"]]]);
  doors.shut();
  second({ files: [], screen: "queue" });
  app.emit("activate");
  expect(doors.waits).toBe(true);
  expect(ways.showScreen).not.toHaveBeenCalled();
  doors.open();
  expect(ways.showScreen).toHaveBeenCalledWith("queue");
  expect(ways.show).toHaveBeenLastCalledWith([]);
  expect(doors.waits).toBe(false);
});

it("a window that closes before the program is ready takes in nobody: who waits gets the next one", () => {
  const doors = stayOneWindow(tempDir(), ways);
  doors.shut();
  second({ files: ["/a.csv"], screen: null });
  doors.begin();
  expect(ways.show).not.toHaveBeenCalled();
  expect(doors.waits).toBe(true);
  doors.open();
  expect(ways.show.mock.calls).toEqual([[["/a.csv"]]]);
});

it("a program that ends gives the lock away, opens nothing, and knows what it did not open", () => {
  app.requestSingleInstanceLock();
  const doors = stayOneWindow(tempDir(), ways);
  doors.open();
  doors.leave();
  expect(told.locked).toBe(false);
  expect(doors.filesLeft()).toBeNull();
  app.emit("open-file", { preventDefault: () => undefined }, "/a.csv");
  app.emit("activate");
  doors.open();
  expect(ways.show).not.toHaveBeenCalled();
  expect(doors.filesLeft()).toEqual(["/a.csv"]);
});

it("a start that the open window has heard ends quietly and leaves no file", async () => {
  const dataDir = tempDir();
  stayOneWindow(dataDir, ways).open();
  told.otherInstance = (data) => void second(data);
  expect(await takeWindowLock(dataDir, { files: ["/a.csv"], screen: null })).toBe(false);
  expect(ways.show).toHaveBeenCalledWith(["/a.csv"]);
  expect(readdirSync(dataDir)).toEqual([]);
});

it("a start that nobody has heard says so: the lock was another session's, or could not be had", async () => {
  told.otherInstance = () => undefined;
  const start = takeWindowLock(tempDir(), { files: [], screen: null }, 100);
  await expect(start).rejects.toThrow(/make sure that nobody else has the data folder/);
});

it("only names of this program's own making are answered, whatever is handed over", () => {
  const dataDir = tempDir();
  stayOneWindow(dataDir, ways).open();
  for (const token of ["../../evil", "", 7, null, "x".repeat(36)]) second({ token });
  second(null);
  expect(readdirSync(dataDir)).toEqual([]);
});
