import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AppError } from "../../../../main/common/errors.ts";
import { failInWindow, showNoBoxes } from "../../../../main/hosts/electron/start/fail-in-window.ts";
import { app, told } from "../stand-in/index.ts";

const error = new AppError("start-usage", { params: { problem: "--show x is no screen." } });
beforeEach(() => void vi.spyOn(app, "exit").mockReturnValue());
afterEach(() => {
  vi.restoreAllMocks();
  told.boxes.length = 0;
});

it("a start that fails before Electron is ready is told in a box when it is, then ends", async () => {
  const ready = Promise.withResolvers<void>();
  vi.spyOn(app, "whenReady").mockReturnValue(ready.promise);
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const failed = failInWindow(error);
  expect(write.mock.calls.join("")).toContain("--show x is no screen.");
  expect(app.exit).not.toHaveBeenCalled();
  ready.resolve();
  await failed;
  expect(told.boxes.map(({ message }) => message)).toEqual([error.message]);
  expect(app.exit).toHaveBeenLastCalledWith(2);
});

it("while the box stands a signal ends the program by itself", async () => {
  process.on("SIGTERM", () => undefined);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await failInWindow(error);
  expect(process.listenerCount("SIGTERM")).toBe(0);
});

it("where the system ends the program nobody is shown a box", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  showNoBoxes();
  await failInWindow(error);
  expect(told.boxes).toEqual([]);
  expect(app.exit).toHaveBeenLastCalledWith(2);
});
