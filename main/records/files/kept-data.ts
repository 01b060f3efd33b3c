import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { KeptData } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { syncFile } from "../../common/system/sync-file.ts";
import {
  freeKeptName,
  isKeptName,
  keptNames,
  moveDatabase,
  PARTS,
} from "../database/kept-names.ts";
import { DATABASE_FILE } from "../database/open.ts";

/** The data that restores have put aside, the newest first. */
export function listKept(dataDir: string): readonly KeptData[] {
  return keptNames(dataDir).map(({ name, at }) => {
    return { name, at, bytes: statSync(join(dataDir, name)).size };
  });
}

/** The path of data put aside. @throws AppError "not-found" */
export function keptPath(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  if (!isKeptName(name) || !existsSync(path)) {
    throw new AppError("not-found", { params: { what: "file" } });
  }
  return path;
}

/** @throws AppError "not-found" */
export function removeKept(dataDir: string, name: string): void {
  const path = keptPath(dataDir, name);
  for (const part of PARTS) rmSync(path + part, { force: true });
}

/**
 * Gives the data that is there a second name, under which it stays when another file takes its
 * place: at no moment the folder is without its database. The database has no journal then.
 * @returns the new path
 */
export function setAside(dataDir: string): string {
  const current = join(dataDir, DATABASE_FILE);
  const kept = join(dataDir, freeKeptName(dataDir, Date.now()));
  try {
    linkSync(current, kept);
  } catch {
    // A file system that knows one name a file only.
    const unfinished = `${kept}.${process.pid}.part`;
    copyFileSync(current, unfinished);
    syncFile(unfinished);
    renameSync(unfinished, kept);
  }
  return kept;
}

/** The same for what cannot be opened, with the journals that lie beside it. @returns its new path */
export function moveAside(dataDir: string): string {
  const kept = join(dataDir, freeKeptName(dataDir, Date.now()));
  moveDatabase(join(dataDir, DATABASE_FILE), kept);
  return kept;
}

/** Takes back what `setAside` did; what has been put in its place is gone. */
export function putBack(dataDir: string, kept: string | null): void {
  const current = join(dataDir, DATABASE_FILE);
  if (kept !== null && isSameFile(kept, current)) {
    rmSync(kept);
    return;
  }
  for (const part of PARTS.slice(1)) rmSync(current + part, { force: true });
  if (kept === null) rmSync(current, { force: true });
  else moveDatabase(kept, current);
}

function isSameFile(one: string, other: string): boolean {
  const found = statSync(other, { bigint: true, throwIfNoEntry: false });
  return found?.ino === statSync(one, { bigint: true }).ino;
}
