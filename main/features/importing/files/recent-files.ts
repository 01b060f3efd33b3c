import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { RecentFile } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { readRecentPaths, writeRecentPaths } from "../../../records/files/recent-paths.ts";
import type { FileRegistry, RegisteredFile } from "./file-registry.ts";

const KEPT = 10;

/** Files that a person opened by path, newest first; copies of the program's own are not told. */
export interface RecentFiles {
  add(file: RegisteredFile): void;
  /** Those that are still there, each under an id for `drafts.create`. */
  list(): Promise<readonly RecentFile[]>;
}

export function createRecentFiles(db: Database, files: FileRegistry): RecentFiles {
  return {
    add({ path, fileName: name, owned }) {
      if (owned) return;
      db.transaction(() => {
        const others = readRecentPaths(db).filter((each) => each.path !== path);
        writeRecentPaths(db, [{ path, name, at: Date.now() }, ...others].slice(0, KEPT));
      }).immediate();
    },
    async list() {
      const there = await Promise.all(
        readRecentPaths(db).map(async (each) => ((await isFile(each.path)) ? [each] : [])),
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
