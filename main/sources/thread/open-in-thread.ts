import { stat } from "node:fs/promises";
import { checkCancelled } from "../fault.ts";
import { openSource } from "../open.ts";
import type { ListSource, SourceNotice, SourceOptions, SourceRow } from "../source.ts";
import type { ThreadFile } from "./messages.ts";
import { type ReadingThread, startThread } from "./reading-thread.ts";

/** Below this a list is read before a thread has started. */
const WORTH_A_THREAD = 512 * 1024;
/** What our own readers read; for other formats a process of its own does the work. */
const OWN_FORMATS: ReadonlySet<string> = new Set(["xlsx", "xlsm", "csv", "tsv", "txt"]);

let prepared: { readonly name: string; readonly thread: ReadingThread } | null = null;

/** Starts reading what a list needs first, for the `openInThread` that will come. */
export async function prepareThread(path: string, options: SourceOptions = {}): Promise<void> {
  const file = threadFile(path, options);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size < WORTH_A_THREAD) return;
  prepared?.thread.end();
  const thread = startThread(file);
  prepared = thread === null ? null : { name: JSON.stringify(file), thread };
}

/**
 * A list whose rows are read in a thread of their own, while the rows before are worked on; the
 * same rows, notices and errors as those of `openSource`. Where no thread can be started they are
 * read in this one.
 */
export async function openInThread(path: string, options: SourceOptions = {}): Promise<ListSource> {
  const source = await openSource(path, options);
  const { size } = await stat(path);
  if (size < WORTH_A_THREAD || !OWN_FORMATS.has(source.format)) return source;
  const file = threadFile(path, options);
  const notices = new Map<string, readonly SourceNotice[]>();
  let next: ReadingThread | null = takePrepared(file) ?? startThread(file);

  async function* rows(sheet: string): AsyncGenerator<readonly SourceRow[]> {
    const thread = next ?? startThread(file);
    next = null;
    const end = () => thread?.end();
    options.signal?.addEventListener("abort", end, { once: true });
    try {
      if (thread !== null && (await thread.started())) {
        notices.set(sheet, yield* thread.rows(sheet));
        return;
      }
    } finally {
      options.signal?.removeEventListener("abort", end);
      end();
    }
    checkCancelled(options.signal);
    yield* source.rows(sheet);
  }

  return {
    ...source,
    rows,
    notices: (sheet) => notices.get(sheet) ?? source.notices(sheet),
    async close() {
      next?.end();
      await source.close();
    },
  };
}

function takePrepared(file: ThreadFile): ReadingThread | null {
  const found = prepared?.name === JSON.stringify(file) ? prepared.thread : null;
  if (found === null) prepared?.thread.end();
  prepared = null;
  return found;
}

function threadFile(path: string, { encoding, delimiter }: SourceOptions): ThreadFile {
  return {
    path,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}
