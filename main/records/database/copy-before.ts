import { chmodSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Database } from "../../common/sqlite/database.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a copy is kept after the program was brought to a new version. */
const KEPT_MS = 14 * DAY_MS;

/** Copies of a database as it was before a newer program changed its schema. */
function copiesOf(path: string): readonly string[] {
  const folder = dirname(path);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.before-`))
    .map((name) => join(folder, name));
}

/**
 * Copies a database of an earlier schema beside itself before it is changed; whole or not at all.
 * @returns the copy's path
 */
export function copyBefore(db: Database, version: number): string {
  const path = `${db.name}.before-${version}`;
  const unfinished = `${path}.${process.pid}`;
  rmSync(unfinished, { force: true });
  db.prepare("VACUUM INTO ?").run(unfinished);
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, path);
  return path;
}

/** Lets go of copies that nobody has needed for a while: they hold customers' data too. */
export function dropOldCopies(path: string, now: number = Date.now()): void {
  for (const copy of copiesOf(path)) {
    if (now - statSync(copy).mtimeMs > KEPT_MS) rmSync(copy, { force: true });
  }
}

/** For who is forgotten. */
export function dropCopies(path: string): void {
  for (const copy of copiesOf(path)) rmSync(copy, { force: true });
}
