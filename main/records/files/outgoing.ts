import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Below the data folder: finished files until they are handed over, and what is being written. */
export const OUTGOING = "outgoing";
/** Names a file elsewhere beside which an unfinished one may lie. */
export const TARGET = "target";

function place(dataDir: string, ending: string): string {
  const folder = join(dataDir, OUTGOING);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // By its process it is told at a later start whether somebody still needs it.
  return join(folder, `${process.pid}-${randomUUID()}.${ending}`);
}

/** Where a file is made that the host hands over: its content is as worth keeping as the data. */
export function outgoingPath(dataDir: string, ending: string): string {
  return place(dataDir, ending);
}

/** Writes a file to where a person wants it; what a crash leaves beside it goes at the next start. */
export async function writeBeside<T>(
  dataDir: string,
  target: string,
  write: () => Promise<T>,
): Promise<T> {
  const note = place(dataDir, TARGET);
  writeFileSync(note, target, { mode: 0o600 });
  try {
    return await write();
  } finally {
    rmSync(note, { force: true });
  }
}
