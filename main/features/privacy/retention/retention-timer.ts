import { toAppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { dropLoggedKeys } from "../../../records/connections/logged-key.ts";
import { agreeOnTime } from "./agreed-time.ts";
import { keepRetention } from "./keep-retention.ts";

/** After the start, when the window is there, and then every hour. */
const FIRST_MS = 60_000;
const EVERY_MS = 60 * 60 * 1000;

/** Lets go in the background of what has been kept for long enough. */
export function startRetention(
  db: Database,
  hooks: {
    /** Called where there may be a question to the person. */
    readonly onQuestion: () => void;
    readonly onTrouble: (code: string, detail: string) => void;
  },
): { stop(): Promise<void> } {
  const control = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      dropLoggedKeys(db);
      if ((await keepRetention(db, Date.now(), control.signal)) !== null) hooks.onQuestion();
    } catch (thrown) {
      const error = toAppError(thrown);
      hooks.onTrouble(error.code, error.detail ?? "");
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

  agreeOnTime(db, Date.now());
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
