import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const FILE = "loyalty-importer.log";
const MAX_BYTES = 1024 * 1024;
const KEPT_FILES = 5;

/**
 * The log of a data folder: one line an entry, rotated at 1 MiB, five files kept. Callers pass
 * codes, ids and counts only: no secret, no customer data, no file content.
 */
export interface Log {
  readonly dir: string;
  info(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export function openLog(dataDir: string): Log {
  const dir = join(dataDir, "logs");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, FILE);

  function write(level: "info" | "error", event: string, facts: LogFacts): void {
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts });
    try {
      rotate(path);
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch (error) {
      // A full disk must not stop an import: the entry goes to standard error instead.
      process.stderr.write(`${line} (log not written: ${String(error)})\n`);
    }
  }

  return {
    dir,
    info: (event, facts = {}) => write("info", event, facts),
    error: (event, facts = {}) => write("error", event, facts),
  };
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < MAX_BYTES) return;
  rmSync(`${path}.${KEPT_FILES - 1}`, { force: true });
  for (let n = KEPT_FILES - 2; n >= 1; n -= 1) {
    if (statSync(`${path}.${n}`, { throwIfNoEntry: false }) !== undefined) {
      renameSync(`${path}.${n}`, `${path}.${n + 1}`);
    }
  }
  renameSync(path, `${path}.1`);
}
