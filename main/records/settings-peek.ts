import { existsSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Settings } from "../../preload/types.ts";
import { DATABASE_FILE } from "./database/open.ts";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";

/**
 * The settings of a data folder that is not opened, as it may be none, of another version or in use:
 * read only, and the defaults where that cannot be.
 */
export function peekSettings(dataDir: string): Settings {
  const path = join(dataDir, DATABASE_FILE);
  if (!existsSync(path)) return DEFAULT_SETTINGS;
  try {
    const db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      return readSettings(db);
    } finally {
      db.close();
    }
  } catch {
    return DEFAULT_SETTINGS;
  }
}
