import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { KeptData } from "../../preload/types.ts";
import { DATABASE_FILE } from "../database/open.ts";
import { AppError } from "../errors.ts";

/** "before-restore-20260131T093012.sqlite", in UTC. */
const NAME = /^before-restore-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.sqlite$/;
/** A database that was not closed well leaves its journal beside it. */
const PARTS = ["", "-wal", "-shm"];

/** The data that restores have put aside, the newest first. */
export function listKept(dataDir: string): readonly KeptData[] {
  return readdirSync(dataDir)
    .flatMap((name) => {
      const parts = NAME.exec(name)?.slice(1).map(Number);
      if (parts === undefined) return [];
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
      const at = Date.UTC(year, month - 1, day, hour, minute, second);
      return [{ name, at, bytes: statSync(join(dataDir, name)).size }];
    })
    .sort((a, b) => b.at - a.at);
}

/** The path of data put aside. @throws AppError "not-found" */
export function keptPath(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  if (!NAME.test(name) || !existsSync(path)) {
    throw new AppError("not-found", { params: { what: "file" } });
  }
  return path;
}

/** @throws AppError "not-found" */
export function removeKept(dataDir: string, name: string): void {
  const path = keptPath(dataDir, name);
  for (const part of PARTS) rmSync(path + part, { force: true });
}

/** Moves the data that is there out of the way; its new path, or null where there was none. */
export function setAside(dataDir: string): string | null {
  const current = join(dataDir, DATABASE_FILE);
  if (!existsSync(current)) return null;
  const kept = join(dataDir, freeName(dataDir, Date.now()));
  moveDatabase(current, kept);
  return kept;
}

/** Takes back what `setAside` did; what has been put in its place is gone. */
export function putBack(dataDir: string, kept: string | null): void {
  const current = join(dataDir, DATABASE_FILE);
  for (const part of PARTS) rmSync(current + part, { force: true });
  if (kept !== null) moveDatabase(kept, current);
}

/** A second later where two restores fall into one second. */
function freeName(dataDir: string, at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]/g, "").slice(0, 15);
  const name = `before-restore-${stamp}.sqlite`;
  return existsSync(join(dataDir, name)) ? freeName(dataDir, at + 1000) : name;
}

/** All parts or none: a database without its journal would lose what stands only there. */
function moveDatabase(from: string, to: string): void {
  const moved: string[] = [];
  try {
    for (const part of PARTS.toReversed()) {
      if (!existsSync(from + part)) continue;
      renameSync(from + part, to + part);
      moved.push(part);
    }
  } catch (error) {
    for (const part of moved) renameSync(to + part, from + part);
    throw error;
  }
}
