import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isKeptName, keptNames, moveDatabase, PARTS } from "./kept-names.ts";

/**
 * Earlier versions gave the data another name before a backup took its place, so that a restore
 * that was interrupted in between left no database: the data that lies aside is put back.
 * @returns whether something was put back
 */
export function putBackInterrupted(dataDir: string, path: string): boolean {
  const orphan = orphanedJournal(dataDir);
  if (existsSync(path)) {
    if (orphan === null || existsSync(`${path}-wal`)) return false;
    // Only the journals had been moved: what stands there belongs to the database.
    moveDatabase(join(dataDir, orphan), path);
    return true;
  }
  const [newest] = keptNames(dataDir);
  if (newest === undefined) return false;
  try {
    moveDatabase(join(dataDir, newest.name), path);
    return true;
  } catch (error) {
    // Another start of the program has put it back already.
    if (existsSync(path)) return false;
    throw error;
  }
}

/** Data aside of which only a journal is there. */
function orphanedJournal(dataDir: string): string | null {
  const names = new Set(readdirSync(dataDir));
  for (const name of names) {
    const database = name.replace(/-wal$/, "");
    if (database !== name && isKeptName(database) && !names.has(database)) return database;
  }
  return null;
}

/**
 * A restore that ended before the backup took the data's place has left a second name of the data.
 * To be called while the database is open: no restore is under way then.
 * @returns whether there was one
 */
export function dropSecondName(dataDir: string, path: string): boolean {
  const { ino, nlink } = statSync(path, { bigint: true });
  if (nlink < 2n) return false;
  const twins = keptNames(dataDir).filter(
    ({ name }) => statSync(join(dataDir, name), { bigint: true }).ino === ino,
  );
  for (const { name } of twins) {
    for (const part of PARTS) rmSync(join(dataDir, name) + part, { force: true });
  }
  return twins.length > 0;
}
