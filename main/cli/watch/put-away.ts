import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";

/** Names tried for one list before it is given up. */
const MAX_NAMES = 10_000;

/** The folders inside a watched one that hold what was imported. */
export type Place = "done" | "failed";

/** What stands behind a list's name in those of its reports. */
export const REPORT = { txt: ".report.txt", json: ".report.json" } as const;

/**
 * Moves a list into a folder, under a name that is free there: "list.csv", "list (2).csv".
 * Nothing that lies there is written over: the name is taken before the list moves to it.
 * @returns where it lies now
 * @throws the error of the file system where it cannot be moved, as while a program has it open
 */
export function putAway(from: string, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (let n = 1; n <= MAX_NAMES; n += 1) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${ext}`);
    if (!take(path)) continue;
    try {
      renameSync(from, path);
      return path;
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  }
  throw new Error(`no name is free for ${name}`);
}

/** An empty file, made only where there is none. */
function take(path: string): boolean {
  try {
    closeSync(openSync(path, "wx"));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** What became of a list, beside it: for people, and for programs. */
export function writeReport(path: string, lines: readonly string[], document: object): void {
  writeFileSync(path + REPORT.txt, `\ufeff${lines.join("\r\n")}\r\n`);
  writeFileSync(path + REPORT.json, `${JSON.stringify(document, null, 2)}\n`);
}
