import { stat } from "node:fs/promises";
import type { SourceOptions } from "../../sources/source.ts";
import { sourceOptions } from "../../sources/source-options.ts";
import type { ThreadFile } from "./messages.ts";
import { type ReadingThread, startThread } from "./reading-thread.ts";

/** Below this a list is read before a thread has started. */
const WORTH_A_THREAD = 512 * 1024;

let prepared: { readonly name: string; readonly thread: ReadingThread } | null = null;

export async function isWorthAThread(path: string): Promise<boolean> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return size >= WORTH_A_THREAD;
}

/**
 * Starts reading what a list needs first, for the `openInThread` that will come; a list that cannot
 * be read is told there.
 */
export async function prepareThread(path: string): Promise<void> {
  if (!(await isWorthAThread(path))) return;
  prepared?.thread.end();
  const file = threadFile(path, {});
  const thread = startThread(file);
  prepared = thread === null ? null : { name: JSON.stringify(file), thread };
}

/** The thread that was started for this file, once; one for another file is ended. */
export function takePrepared(file: ThreadFile): ReadingThread | null {
  const found = prepared?.name === JSON.stringify(file) ? prepared.thread : null;
  if (found === null) prepared?.thread.end();
  prepared = null;
  return found;
}

export function threadFile(path: string, options: SourceOptions): ThreadFile {
  return { path, ...sourceOptions(options) };
}
