import { app } from "electron";
import { toAppError } from "../../../common/errors.ts";
import { openLog } from "../../../common/log.ts";

/**
 * An error that nobody has caught, also in a promise, leaves a program of which nobody knows what
 * still works: it is written down, and the program ends as by a power cut, after which the queue
 * goes on. By itself Electron would show a stack in a box, which in a scheduled task nobody closes,
 * or write the error's words to standard error and go on.
 */
export function endOnUncaught(dataDir: string, end: (thrown: unknown) => void): void {
  // A console that has been closed is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const hear = (thrown: unknown) => {
    const { code, detail } = toAppError(thrown);
    writeDown(dataDir, code, { detail: detail ?? "" });
    end(thrown);
  };
  process.on("uncaughtException", hear);
  process.on("unhandledRejection", hear);
}

/** Pages and Chromium's own processes; ours tell of themselves. */
export function writeDownCrashes(dataDir: string): void {
  app.on("render-process-gone", (_event, _contents, { reason, exitCode }) => {
    if (reason !== "clean-exit") writeDown(dataDir, "page-ended", { reason, exitCode });
  });
  app.on("child-process-gone", (_event, { type, name, reason, exitCode }) => {
    if (reason === "clean-exit" || name?.startsWith(app.name) === true) return;
    writeDown(dataDir, "process-ended", { entry: name ?? type, reason, exitCode });
  });
}

function writeDown(
  dataDir: string,
  event: string,
  facts: Readonly<Record<string, string | number>>,
): void {
  try {
    openLog(dataDir).error(event, facts);
  } catch {
    process.stderr.write(`${JSON.stringify({ event, ...facts })} (log not written)\n`);
  }
}
