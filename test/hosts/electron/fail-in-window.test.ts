import { afterEach, expect, it, vi } from "vitest";
import { AppError } from "../../../main/errors.ts";
import { failInWindow } from "../../../main/hosts/electron/fail-in-window.ts";
import { app, told } from "./stand-in.ts";

const platform = process.platform;
afterEach(() => {
  Object.defineProperty(process, "platform", { value: platform });
  vi.restoreAllMocks();
  told.boxes.length = 0;
});

it.each([
  ["win32", false, 1],
  ["darwin", false, 1],
  ["linux", true, 1],
  // Electron writes it to standard error itself there, where it stands already.
  ["linux", false, 0],
])("on %s, ready: %s, a start that fails is told in %i boxes", (system, ready, boxes) => {
  Object.defineProperty(process, "platform", { value: system });
  const exit = vi.spyOn(app, "exit");
  vi.spyOn(app, "isReady").mockReturnValue(ready);
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  failInWindow(new AppError("start-usage", { params: { problem: "--show x is no screen." } }));
  expect(told.boxes).toHaveLength(boxes);
  expect(write.mock.calls.join("")).toContain("--show x is no screen.");
  expect(exit).toHaveBeenLastCalledWith(2);
});
