import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { RecentFile } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { FileRegistry, RegisteredFile } from "./file-registry.ts";

/** Where they stand in `settings`. */
export const RECENT_FILES = "recent-files";
const KEPT = 10;

interface Kept {
  readonly path: string;
  readonly name: string;
  readonly at: number;
}

/** Files that a person opened by path, newest first; copies of the program's own are not told. */
export interface RecentFiles {
  add(file: RegisteredFile): void;
  /** Those that are still there, each under an id for `drafts.create`. */
  list(): Promise<readonly RecentFile[]>;
}

export function createRecentFiles(db: Database, files: FileRegistry): RecentFiles {
  function read(): readonly Kept[] {
    const value = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(RECENT_FILES);
    return value === undefined ? [] : (JSON.parse(String(value)) as readonly Kept[]);
  }

  return {
    add({ path, fileName: name, owned }) {
      if (owned) return;
      db.transaction(() => {
        const others = read().filter((each) => each.path !== path);
        const kept = [{ path, name, at: Date.now() }, ...others].slice(0, KEPT);
        db.prepare(
          `INSERT INTO settings (key, value) VALUES (?, ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        ).run(RECENT_FILES, JSON.stringify(kept));
      }).immediate();
    },
    async list() {
      const there = await Promise.all(
        read().map(async (each) => ((await isFile(each.path)) ? [each] : [])),
      );
      return there.flat().map(({ path, name, at }) => ({
        fileId: files.register(path, { fileName: name }),
        name,
        folder: dirname(path),
        at,
      }));
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
