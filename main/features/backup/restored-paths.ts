import type { Database } from "../../common/sqlite/database.ts";
import { isOwned } from "../../records/files/inbox.ts";
import { forgetRecentPaths } from "../../records/files/recent-paths.ts";

/**
 * Paths in a restored database name files of the computer it was made on. On another one, and where
 * a copy is not in this data folder's own inbox, nothing is read from them and nothing removed:
 * the list is chosen anew.
 */
export function dropForeignPaths(db: Database, dataDir: string, foreign: boolean): void {
  const drafts = db.prepare("SELECT id, path, owns_file FROM drafts").all() as {
    readonly id: number;
    readonly path: string;
    readonly owns_file: 0 | 1;
  }[];
  const drop = db.prepare("UPDATE drafts SET path = '', owns_file = 0 WHERE id = ?");
  for (const { id, path, owns_file: owned } of drafts) {
    if (foreign || (owned === 1 && !isOwned(dataDir, path))) drop.run(id);
  }
  if (foreign) forgetRecentPaths(db);
}
