import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "../../../common/sqlite/database.ts";
import { commandLineFolders } from "./chromium-folders.ts";
import { makeFolder, setUpPathsIn } from "./paths.ts";

/**
 * As `setUpPaths`, for a command line, of which any number may run at once. It stands apart because
 * the window does not wait for the database's engine before it is there.
 * @throws AppError as `setUpPaths`
 */
export function setUpCommandLinePaths(dataDir: string): void {
  setUpPathsIn(dataDir, () => {
    const folders = commandLineFolders(dataDir);
    const free = folders.find((folder) => takeFolder(makeFolder(folder)));
    return makeFolder(free ?? folders[0] ?? dataDir);
  });
}

/** Held as long as the process lives; the system lets go of them however it ends. */
const locks: Database[] = [];

/** @returns whether nobody else has taken the folder; then it is this process's */
function takeFolder(folder: string): boolean {
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
