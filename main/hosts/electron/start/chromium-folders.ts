import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "../../../common/sqlite/database.ts";

const WINDOW = "chromium";
const COMMAND_LINE = "chromium-command-line";
/** More command lines at once than these share the first one's. */
const MORE = [2, 3, 4, 5, 6, 7, 8].map((number) => `${COMMAND_LINE}-${number}`);

/**
 * Chromium's folders in a data folder: of the window, and of each command line that runs beside it
 * and beside others. Two programs in one folder would each write its own key of Windows' key store.
 */
export const CHROMIUM_FOLDERS: readonly string[] = [WINDOW, COMMAND_LINE, ...MORE];

export function windowFolder(dataDir: string): string {
  return join(dataDir, WINDOW);
}

/** In the order in which they are taken. */
export function commandLineFolders(dataDir: string): readonly string[] {
  return [COMMAND_LINE, ...MORE].map((name) => join(dataDir, name));
}

/** Held as long as the process lives; the system lets go of them however it ends. */
const locks: Database[] = [];

/** @returns whether nobody else has taken the folder; then it is this process's */
export function takeFolder(folder: string): boolean {
  const lock = new Sqlite(join(folder, "in-use.sqlite"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    locks.push(lock);
    return true;
  } catch (error) {
    lock.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return false;
    throw error;
  }
}
