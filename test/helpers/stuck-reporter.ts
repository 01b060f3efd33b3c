import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** No file of tests takes a quarter of this on a busy machine. */
const STUCK_AFTER_MS = 12 * 60_000;

/**
 * Ends the tests where a file of them does not end, and says which: a loop that holds its thread is
 * not reached by the time limit of its test, and whoever waits for the whole would learn nothing.
 */
export default class StuckReporter implements Reporter {
  readonly #limits = new Map<string, NodeJS.Timeout>();

  onTestModuleStart({ moduleId }: TestModule): void {
    const limit = setTimeout(() => {
      const file = relative(process.cwd(), moduleId);
      process.stdout.write(`\nStuck: ${file} did not end in ${STUCK_AFTER_MS / 60_000} minutes.\n`);
      process.exit(1);
    }, STUCK_AFTER_MS);
    this.#limits.set(moduleId, limit);
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    clearTimeout(this.#limits.get(moduleId));
    this.#limits.delete(moduleId);
  }
}
