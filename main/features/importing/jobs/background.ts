import { type AppError, toAppError } from "../../../common/errors.ts";

/** Work that no call waits for. */
export interface Background {
  run(work: () => Promise<void>): void;
  /** Everything that runs has ended; to be awaited before the database is closed. */
  settled(): Promise<void>;
}

/** @param onTrouble told of a piece of work that failed */
export function createBackground(onTrouble: (error: AppError) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      const done = work()
        .catch((thrown: unknown) => onTrouble(toAppError(thrown)))
        .finally(() => running.delete(done));
      running.add(done);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
