import { stat } from "node:fs/promises";
import { AppError } from "../../../common/errors.ts";
import type { ReadingChoice } from "../../../records/drafts/staging-types.ts";
import { type FileStamp, stampFile } from "../../../records/files/file-stamp.ts";
import type { WordlessReading } from "../../sources/read-first.ts";
import type { SourceOptions } from "../../sources/source.ts";
import { sourceOptions } from "../../sources/source-options.ts";
import type { ThreadFile } from "./messages.ts";
import { type ReadingThread, startThread } from "./reading-thread.ts";
import { WORTH_A_THREAD } from "./thread-ahead.ts";

interface Prepared {
  readonly file: string;
  readonly choice: string;
  /** The file as it was before the thread was started. */
  readonly stamp: FileStamp;
  readonly thread: ReadingThread;
}

let prepared: Prepared | null = null;

export async function isWorthAThread(path: string): Promise<boolean> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return size >= WORTH_A_THREAD;
}

/**
 * Starts reading what a list needs first, for the `lookAhead` and `openInThread` that will come; a
 * list that cannot be read is told there.
 */
export async function prepareThread(
  path: string,
  choice: Partial<ReadingChoice> = {},
): Promise<void> {
  const stamp = await stampFile(path);
  if (stamp === null || stamp.size < WORTH_A_THREAD) return;
  await endPrepared();
  const file = threadFile(path, choice);
  const thread = startThread(file, choice);
  const name = JSON.stringify(file);
  prepared = thread === null ? null : { file: name, choice: JSON.stringify(choice), stamp, thread };
}

/**
 * The first look of the thread that was started for this file and this choice, with the file's stamp
 * from before; null where there is none.
 * @throws AppError as readFirst
 */
export async function lookAhead(
  path: string,
  choice: Partial<ReadingChoice>,
): Promise<{ readonly reading: WordlessReading; readonly stamp: FileStamp } | null> {
  if (prepared === null || prepared.file !== JSON.stringify(threadFile(path, choice))) return null;
  if (prepared.choice !== JSON.stringify(choice)) return null;
  const { stamp, thread } = prepared;
  try {
    return { reading: await thread.looked(), stamp };
  } catch (error) {
    if (error instanceof AppError && error.code === "worker-ended") return null;
    throw error;
  }
}

/** The thread that was started for this file, once; one for another file is ended. */
export function takePrepared(file: ThreadFile): ReadingThread | null {
  const found = prepared?.file === JSON.stringify(file) ? prepared.thread : null;
  if (found === null) void prepared?.thread.end();
  prepared = null;
  return found;
}

/** Ends the thread that nobody has taken; before that the program must not end. */
export async function endPrepared(): Promise<void> {
  const thread = prepared?.thread;
  prepared = null;
  await thread?.end();
}

export function threadFile(path: string, options: SourceOptions): ThreadFile {
  return { path, ...sourceOptions(options) };
}
