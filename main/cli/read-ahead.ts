import { resolve } from "node:path";
import { AppError } from "../common/errors.ts";
import { prepareThread } from "../pipeline/staging/thread/prepared-thread.ts";
import { parseImport, STDIN } from "./words/import-words.ts";

/** Begins to read the list of an `import` while the command itself is loaded. */
export async function readAhead(args: readonly string[]): Promise<void> {
  try {
    const { path } = parseImport(args);
    if (path !== STDIN) await prepareThread(resolve(path));
  } catch (error) {
    // Wrong words: the command says what is wrong with them.
    if (!(error instanceof AppError)) throw error;
  }
}
