import { type Dirent, readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";

/** Endings of lists; whatever else lies in the folder stays there. */
const LIST = /\.(?:xlsx|xlsm|xlsb|xls|ods|fods|csv|tsv|tab|txt)$/i;
/** What spreadsheet programs put beside a list that they have open: its name stands behind the mark. */
const OWNER = /^(?:~\$|\.~lock\.)(?<list>.+?)#?$/;

/** A list in a watched folder, as it is now. */
export interface SeenFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/**
 * The lists of a folder, by name. Not what is being downloaded (its ending says so), hidden or open in
 * a spreadsheet program, and not what is empty, as files are when a copy begins.
 * @throws the error of the file system where the folder cannot be read
 */
export async function listsIn(folder: string): Promise<readonly SeenFile[]> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const open = new Set(entries.flatMap(({ name }) => openIn(name)));
  const names = entries
    .filter((entry) => isList(entry) && !isOpen(entry.name, open))
    .map(({ name }) => name)
    .toSorted();
  const seen = await Promise.all(names.map((name) => look(folder, name)));
  return seen.filter((file) => file !== null && file.size > 0) as readonly SeenFile[];
}

function isList(entry: Dirent): boolean {
  return entry.isFile() && LIST.test(entry.name) && !/^(?:\.|~)/.test(entry.name);
}

/** Excel leaves out the first two letters of a long name. */
function isOpen(name: string, open: ReadonlySet<string>): boolean {
  return open.has(name) || open.has(name.slice(2));
}

function openIn(name: string): readonly string[] {
  const list = OWNER.exec(name)?.groups?.list;
  return list === undefined ? [] : [list];
}

/** null for what has gone meanwhile. */
async function look(folder: string, name: string): Promise<SeenFile | null> {
  const path = join(folder, name);
  try {
    const { size, mtimeMs } = await stat(path);
    return { name, path, size, modifiedAt: mtimeMs };
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}

/** Tells which lists have not changed for a while. */
export interface RestWatch {
  /** @returns those that are at rest, of what was seen now; `now` on a clock that is never set */
  atRest(seen: readonly SeenFile[], now: number): readonly SeenFile[];
}

/**
 * Size and time have to stay the same from one look to another, `settleMs` apart by this computer's
 * own clock: that of a network drive may be another one.
 */
export function createRestWatch(settleMs: number): RestWatch {
  let known = new Map<string, { readonly state: string; readonly since: number }>();
  return {
    atRest(seen, now) {
      const next: typeof known = new Map();
      const resting = seen.filter(({ name, size, modifiedAt }) => {
        const state = `${size} ${modifiedAt}`;
        const before = known.get(name);
        const since = before?.state === state ? before.since : now;
        next.set(name, { state, since });
        return now - since >= settleMs;
      });
      known = next;
      return resting;
    },
  };
}
