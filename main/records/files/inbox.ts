import { readdir, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";
import { listKept } from "./kept-data.ts";

/** Below the data folder: files handed over by a browser, each in a folder of its own. */
const INBOX = "inbox";

/**
 * Whether a file is the program's own copy: it goes with its draft. The path is taken for what it
 * leads to, and has to be a file in a folder of its own directly in the inbox.
 */
export function isOwned(dataDir: string, path: string): boolean {
  return isAbsolute(path) && dirname(dirname(resolve(path))) === resolve(dataDir, INBOX);
}

/** Removes the program's own copy of a list, with its folder. */
export async function removeOwned(dataDir: string, path: string): Promise<void> {
  if (isOwned(dataDir, path)) await rm(dirname(resolve(path)), { recursive: true, force: true });
}

/**
 * Removes copies that no draft names: their draft was sent by a process that ended too early.
 * Folders with a marker beside them were handed over just now. While data that a restore has put
 * aside is there, its drafts may need theirs.
 */
export async function sweepInbox(db: Database, dataDir: string): Promise<void> {
  if (listKept(dataDir).length > 0) return;
  const inbox = join(dataDir, INBOX);
  const names = new Set(await readdir(inbox).catch((error) => noFolder(error)));
  const paths = column<[], string>(db, "SELECT path FROM drafts WHERE owns_file = 1").all();
  const used = new Set(paths.map((path) => dirname(path)));
  for (const name of names) {
    const folder = join(inbox, name);
    if (name.includes(".") || names.has(`${name}.unused`) || used.has(folder)) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

function noFolder(error: unknown): string[] {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
}
