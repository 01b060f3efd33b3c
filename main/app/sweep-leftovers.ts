import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isProcessAlive, processStartedAt } from "../common/system/process-alive.ts";
import { OUTGOING, TARGET } from "../records/files/outgoing.ts";

/** Names of unfinished files in the data folder itself; the number is that of their process. */
const UNFINISHED = [
  /^key\.(\d+)\.[0-9a-f]+$/,
  /^loyalty-importer\.sqlite\.before-\d+\.(\d+)(?:-journal)?$/,
  /^restore-(\d+)\.sqlite(?:-wal|-shm|-journal)?$/,
  /^before-restore-\w+\.sqlite\.(\d+)\.part$/,
];
const OUTGOING_NAME = /^(\d+)-/;
/** How exports and backups are named until they are whole. */
const PART = /^\.[0-9a-f-]{8,36}\.part(?:-journal|-wal|-shm)?$/;

/**
 * At a start: what processes have left in the data folder, and beside the files that they wrote
 * elsewhere, goes as soon as they are gone.
 */
export function sweepLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = UNFINISHED.map((pattern) => pattern.exec(name)?.[1]).find(Boolean);
    if (pid !== undefined) dropIfLeft(join(dataDir, name), Number(pid));
  }
  const folder = join(dataDir, OUTGOING);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = OUTGOING_NAME.exec(name)?.[1];
    if (pid !== undefined) dropIfLeft(join(folder, name), Number(pid));
  }
}

function dropIfLeft(path: string, pid: number): void {
  if (!isLeft(path, pid)) return;
  if (path.endsWith(`.${TARGET}`)) dropParts(readFileSync(path, "utf8"));
  rmSync(path, { recursive: true, force: true });
}

/**
 * The system gives numbers of ended processes again: a file older than this process is not its
 * own.
 */
function isLeft(path: string, pid: number): boolean {
  if (pid !== process.pid) return !isProcessAlive(pid);
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return made < processStartedAt() - 1000;
}

/** The file itself was never touched: it is replaced only by a whole one. */
function dropParts(target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder)) return;
  const stem = basename(target);
  for (const name of readdirSync(folder)) {
    const isPart = name.startsWith(stem) && PART.test(name.slice(stem.length));
    if (isPart) rmSync(join(folder, name), { force: true });
  }
}
