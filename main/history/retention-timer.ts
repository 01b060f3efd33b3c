import type { Database } from "../database/open.ts";
import { toAppError } from "../errors.ts";
import { purgeOldRows } from "./retention.ts";

/** After the start, when the window is there, and then a few times a day. */
const FIRST_MS = 60_000;
const EVERY_MS = 6 * 60 * 60 * 1000;

/** Purges old rows in the background. */
export function startRetention(
  db: Database,
  onTrouble: (code: string, detail: string) => void,
): { stop(): Promise<void> } {
  const control = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      await purgeOldRows(db, Date.now(), control.signal);
    } catch (thrown) {
      const error = toAppError(thrown);
      onTrouble(error.code, error.detail ?? "");
    }
    schedule(EVERY_MS);
  }

  function schedule(ms: number): void {
    if (control.signal.aborted) return;
    timer = setTimeout(() => {
      running = run();
    }, ms);
    timer.unref();
  }

  let timer: NodeJS.Timeout | undefined;
  schedule(FIRST_MS);
  return {
    async stop() {
      control.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
