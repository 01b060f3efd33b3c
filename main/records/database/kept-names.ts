import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

/** "before-restore-20260131T093012.sqlite", in UTC. */
const NAME = /^before-restore-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.sqlite$/;
/** A database that was not closed well leaves its journal beside it. */
export const PARTS = ["", "-wal", "-shm", "-journal"];

/** A name under which a restore has put data aside. */
export interface KeptName {
  readonly name: string;
  /** When it was put aside, in milliseconds since the epoch. */
  readonly at: number;
}

export function isKeptName(name: string): boolean {
  return NAME.test(name);
}

/** The newest first. */
export function keptNames(dataDir: string): readonly KeptName[] {
  return readdirSync(dataDir)
    .flatMap((name): readonly KeptName[] => {
      const parts = NAME.exec(name)?.slice(1).map(Number);
      if (parts === undefined) return [];
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
      return [{ name, at: Date.UTC(year, month - 1, day, hour, minute, second) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** A second later where two restores fall into one second. */
export function freeKeptName(dataDir: string, at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]/g, "").slice(0, 15);
  const name = `before-restore-${stamp}.sqlite`;
  return existsSync(join(dataDir, name)) ? freeKeptName(dataDir, at + 1000) : name;
}

/**
 * Gives a database that nobody has open another name. Its journals go first: until the file itself
 * has followed, whoever looks finds no database there, rather than one that lacks what stands in
 * them.
 */
export function moveDatabase(from: string, to: string): void {
  for (const part of PARTS.toReversed()) {
    if (existsSync(from + part)) renameSync(from + part, to + part);
  }
}
