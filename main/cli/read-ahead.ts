import { resolve } from "node:path";
import { AppError } from "../common/errors.ts";
import { endPrepared, prepareThread } from "../pipeline/staging/thread/prepared-thread.ts";
import { parseImport } from "./words/import-words.ts";
import { STDIN } from "./words/stdin.ts";

/** To be awaited before the program ends, whatever has become of the command. */
export { endPrepared as endAhead };

/** Begins to read the list of an `import` while the command itself is loaded. */
export async function readAhead(args: readonly string[]): Promise<void> {
  try {
    const { path, choice } = parseImport(args);
    if (path !== STDIN) await prepareThread(resolve(path), choice);
  } catch (error) {
    // Wrong words: the command says what is wrong with them.
    if (!(error instanceof AppError)) throw error;
  }
}
