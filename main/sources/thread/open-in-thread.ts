import { checkCancelled } from "../fault.ts";
import { openSource } from "../open.ts";
import type { ListSource, SourceNotice, SourceOptions, SourceRow } from "../source.ts";
import { isWorthAThread, takePrepared, threadFile } from "./prepared-thread.ts";
import { type ReadingThread, startThread } from "./reading-thread.ts";

/** What our own readers read; for other formats a process of its own does the work. */
const OWN_FORMATS: ReadonlySet<string> = new Set(["xlsx", "xlsm", "csv", "tsv", "txt"]);

/**
 * A list whose rows are read in a thread of their own, while the rows before are worked on; the
 * same rows, notices and errors as those of `openSource`. Where no thread can be started they are
 * read in this one.
 */
export async function openInThread(path: string, options: SourceOptions = {}): Promise<ListSource> {
  const source = await openSource(path, options);
  if (!OWN_FORMATS.has(source.format) || !(await isWorthAThread(path))) return source;
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
