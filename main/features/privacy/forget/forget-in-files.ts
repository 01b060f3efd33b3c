import { dirname } from "node:path";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { openSource } from "../../../pipeline/sources/open.ts";
import { normalKey } from "../../../records/customers/keys.ts";
import { removeOwned, sweepInbox } from "../../../records/files/inbox.ts";
import { listKept, removeKept } from "../../../records/files/kept-data.ts";
import type { PersonKeys } from "../person.ts";

/** What of a person lies in the data folder beside the database. */
export interface PersonFiles {
  /** The program's own copies of lists that were pasted or handed over, where the person is in them. */
  readonly copies: readonly string[];
  /** Data that restores of backups have put aside: sealed, so it goes whole. */
  readonly putAside: readonly string[];
}

/** Looks for a person in every cell: which columns hold keys is not known of every list. */
export async function findInFiles(
  db: Database,
  keys: PersonKeys,
  asked: string,
): Promise<PersonFiles> {
  const paths = db
    .prepare("SELECT DISTINCT path FROM drafts WHERE owns_file = 1")
    .pluck()
    .all() as string[];
  const wanted = new Set([normalKey(asked), ...keys.codes, ...keys.cards, ...keys.emails]);
  wanted.delete("");
  const copies: string[] = [];
  for (const path of paths) if (await holds(path, wanted)) copies.push(path);
  return { copies, putAside: listKept(dirname(db.name)).map(({ name }) => name) };
}

async function holds(path: string, wanted: ReadonlySet<string>): Promise<boolean> {
  try {
    const source = await openSource(path);
    try {
      for (const { name } of source.sheets) {
        for await (const rows of source.rows(name)) {
          if (rows.some(({ cells }) => cells.some((cell) => wanted.has(normalKey(cell))))) {
            return true;
          }
        }
      }
      return false;
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What cannot be read can hold anybody, and can be imported by nobody; one that is gone is gone.
    return error.code !== "file-missing";
  }
}

/** A list that was checked can be sent without its copy; else it is to be handed over again. */
export async function removeFiles(db: Database, { copies, putAside }: PersonFiles): Promise<void> {
  const dataDir = dirname(db.name);
  for (const path of copies) await removeOwned(dataDir, path);
  for (const name of putAside) removeKept(dataDir, name);
  if (putAside.length > 0) await sweepInbox(db, dataDir);
}
