import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startOwnThread } from "../../main/common/host/own-thread.ts";

test("a thread is ended once it has loaded what it needs, and not in the middle of it", async () => {
  const { worker, end } = startOwnThread("reader-thread", {});
  let isRunning = true;
  worker.once("exit", () => {
    isRunning = false;
  });
  // This thread loads what reads a file when it hears of one.
  const ended = end();
  await pause(200);
  expect(isRunning).toBe(true);
  worker.postMessage({ kind: "open", file: { path: import.meta.filename } });
  await ended;
  expect(isRunning).toBe(false);
});

test("a thread that cannot be started is over", async () => {
  const { worker, end } = startOwnThread("reader-thread", {
    execArgv: ["--import", "/nowhere.js"],
  });
  worker.once("error", () => undefined);
  await end();
});
