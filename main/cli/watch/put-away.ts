import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join, parse } from "node:path";

/** Names tried for one list before it is given up. */
const MAX_NAMES = 10_000;

/** The folders inside a watched one that hold what was imported. */
export type Place = "done" | "failed";

/** What stands behind a list's name in those of its reports. */
export const REPORT = { txt: ".report.txt", json: ".report.json" } as const;

/** Bytes of a name that leave room for what is put behind it. */
const MAX_NAME = 220;

/**
 * Moves a list into a folder, under a name that is free there: "list.csv", "list (2).csv".
 * Nothing that lies there is written over: the name is taken before the list moves to it. Where the
 * program is killed in between, the next call with the same list goes on with the same name.
 * @param report writes what lies beside the list; called before the list has left its place
 * @returns where it lies now
 * @throws the error of the file system where it cannot be moved, as while a program has it open
 */
export function putAway(
  from: string,
  folder: string,
  name: string,
  report: (path: string) => void = () => undefined,
): string {
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = parse(shortened(name));
  for (let n = 1; n <= MAX_NAMES; n += 1) {
    const path = join(folder, n === 1 ? `${stem}${ext}` : `${stem} (${n})${ext}`);
    const way = takeName(from, path);
    if (way === null) continue;
    try {
      report(path);
      if (way === "name") renameSync(from, path);
      // A new list may have come into its place meanwhile.
      else if (isSameFile(from, path)) unlinkSync(from);
      return path;
    } catch (error) {
      if (existsSync(from)) dropAll(path);
      throw error;
    }
  }
  throw new Error(`no name is free for ${name}`);
}

/** The list itself under its new name too, or that name alone where a file can have only one; null: not free. */
function takeName(from: string, path: string): "list" | "name" | null {
  try {
    linkSync(from, path);
    return "list";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") throw error;
    if (code === "EEXIST") return isSameFile(from, path) ? "list" : null;
    return take(path) ? "name" : null;
  }
}

function isSameFile(one: string, other: string): boolean {
  const look = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false });
  const [a, b] = [look(one), look(other)];
  return a !== undefined && a.ino !== 0n && a.ino === b?.ino && a.dev === b.dev;
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

function dropAll(path: string): void {
  for (const ending of ["", ...Object.values(REPORT)]) rmSync(path + ending, { force: true });
}

function shortened(name: string): string {
  const { name: stem, ext } = parse(name);
  const letters = [...stem];
  while (letters.length > 1 && Buffer.byteLength(letters.join("") + ext) > MAX_NAME) letters.pop();
  return letters.join("") + ext;
}

/** What became of a list, beside it: for people, and for programs, who never find half of it. */
export function writeReport(path: string, lines: readonly string[], document: object): void {
  writeFileSync(path + REPORT.txt, `\ufeff${lines.join("\r\n")}\r\n`);
  const part = `${path}${REPORT.json}.part`;
  writeFileSync(part, `${JSON.stringify(document, null, 2)}\n`);
  renameSync(part, path + REPORT.json);
}
