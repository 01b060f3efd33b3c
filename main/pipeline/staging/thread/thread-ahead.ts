import { statSync } from "node:fs";
import { type OwnThread, startOwnThread } from "../../../common/host/own-thread.ts";
import { beginThreadsWith } from "../../../common/host/young-space.ts";
import type { FromThread } from "./messages.ts";

/** Below this a list is read before a thread has started. */
export const WORTH_A_THREAD = 512 * 1024;
/** Rows live for moments: a space for young objects that holds some thousand of them is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };
/** What a half of that space may hold; a whole is three halves. */
const HALF_MB = 8;

let ahead: OwnThread | null = null;

/**
 * Starts the thread that will read a list, before the command that asks for it is loaded: both load
 * their modules side by side. Where no word names a large file there is nothing to gain.
 */
export function startAhead(words: readonly string[]): void {
  if (ahead === null && words.some(isLargeFile)) ahead = startReader();
}

/** The thread that was started ahead, once; else a new one, or null where this process may start none. */
export function takeReader(): OwnThread | null {
  const thread = ahead ?? startReader();
  ahead = null;
  return thread;
}

/** Ends the thread that nobody has taken; before that the program must not end. */
export async function endAhead(): Promise<void> {
  const thread = ahead;
  ahead = null;
  thread?.worker.postMessage({ kind: "leave" });
  await thread?.end();
}

function startReader(): OwnThread | null {
  try {
    beginThreadsWith(HALF_MB);
    const thread = startOwnThread("reader-thread", { resourceLimits: LIMITS }, saysReady);
    thread.worker.unref();
    return thread;
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}

/** As the thread's "ready" does; a look comes before it. */
function saysReady(message: unknown): boolean {
  return (message as FromThread).kind === "ready";
}

function isLargeFile(word: string): boolean {
  try {
    return (statSync(word, { throwIfNoEntry: false })?.size ?? 0) >= WORTH_A_THREAD;
  } catch {
    // No path at all. Who opens the list says what is wrong with it.
    return false;
  }
}
