import type { PracticeStatus } from "../../../preload/types.ts";
import type { PracticeServer } from "../../practice/server.ts";

/** The practice server of this process: one at most, started when it is first needed. */
export interface PracticeRunner {
  status(): PracticeStatus;
  start(): Promise<PracticeServer>;
  close(): Promise<void>;
}

/** @param databasePath where the practice customers are kept between starts */
export function createPracticeRunner(databasePath: string): PracticeRunner {
  let starting: Promise<PracticeServer> | null = null;
  let running: PracticeServer | null = null;

  async function launch(): Promise<PracticeServer> {
    // Loaded late: most starts of the program never need it.
    const { startPracticeServer } = await import("../../practice/server.ts");
    running = await startPracticeServer({ databasePath });
    return running;
  }

  return {
    status: () => ({ running: running !== null, url: running?.url ?? null }),
    start() {
      starting ??= launch().catch((error: unknown) => {
        // The next need tries again: the cause may be gone by then.
        starting = null;
        throw error;
      });
      return starting;
    },
    async close() {
      const server = await starting?.catch(() => null);
      starting = null;
      running = null;
      await server?.close();
    },
  };
}
