import { toAppError } from "../../errors.ts";
import { openLog } from "../../log.ts";

/**
 * An error that nobody has caught leaves a program of which nobody knows what still works: it is
 * written down, and the program ends as by a power cut, after which the queue goes on. By itself
 * Electron would show a stack in a box, which in a scheduled task nobody closes.
 */
export function endOnUncaught(dataDir: string, end: (thrown: unknown) => void): void {
  // A console that has been closed is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  process.on("uncaughtException", (thrown) => {
    const { code, detail } = toAppError(thrown);
    openLog(dataDir).error(code, { detail: detail ?? "" });
    end(thrown);
  });
}
