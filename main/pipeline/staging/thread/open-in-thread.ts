import { checkCancelled } from "../../sources/fault.ts";
import { openSource } from "../../sources/open.ts";
import type { ListSource, RowsOptions, SourceNotice, SourceOptions } from "../../sources/source.ts";
import { CheckedChunk, type ChunkRecipe } from "./checked-chunk.ts";
import { checkedChunks } from "./checked-list.ts";
import type { OpenList, ThreadFile } from "./messages.ts";
import { isWorthAThread, takePrepared, threadFile } from "./prepared-thread.ts";
import { type ReadingThread, startThread } from "./reading-thread.ts";

/** What our own readers read; for other formats a process of its own does the work. */
const OWN_FORMATS: ReadonlySet<string> = new Set(["xlsx", "xlsm", "csv", "tsv", "txt"]);

/** A list whose rows come mapped and checked, each by itself. */
export interface CheckedSource extends ListSource {
  /**
   * The rows below the headers, without blank ones; at their end `notices` tells of all of them. Where they need not be `exact`, merged cells
   * are taken on trust as `RowsOptions.trustMerged` says.
   * @throws MergedValues
   * @throws AppError as `rows`
   */
  checks(sheet: string, recipe: ChunkRecipe, exact: boolean): AsyncIterable<CheckedChunk>;
}

/**
 * A list whose rows are read, mapped and checked in a thread of their own, while the rows before
 * are worked on; the same rows, notices and errors as those of `openSource`. Where no thread can be
 * started this one does it all.
 */
export async function openInThread(
  path: string,
  options: SourceOptions = {},
): Promise<CheckedSource> {
  const file = threadFile(path, options);
  const prepared = takePrepared(file);
  const list = prepared === null ? null : await prepared.list();
  if (list !== null && OWN_FORMATS.has(list.format)) {
    return sourceOf(list, { file, options, thread: prepared });
  }
  await prepared?.end();
  const source = await openSource(path, options);
  const isOurs = OWN_FORMATS.has(source.format) && (await isWorthAThread(path));
  const thread = isOurs ? startThread(file) : null;
  return sourceOf(source, { file, options, thread, source });
}

/** @param about `source` where it is open here already */
function sourceOf(
  list: OpenList,
  {
    file,
    options,
    thread: first,
    source,
  }: {
    readonly file: ThreadFile;
    readonly options: SourceOptions;
    readonly thread: ReadingThread | null;
    readonly source?: ListSource;
  },
): CheckedSource {
  const isInThread = first !== null;
  let next = first;
  let here = source;
  const notices = new Map<string, readonly SourceNotice[]>();

  async function openHere(): Promise<ListSource> {
    here ??= await openSource(file.path, options);
    return here;
  }

  async function* rowsHere(sheet: string, how: RowsOptions) {
    yield* (await openHere()).rows(sheet, how);
  }

  async function* checksHere(sheet: string, recipe: ChunkRecipe, exact: boolean) {
    const opened = await openHere();
    const chunks = checkedChunks(opened, sheet, recipe, exact);
    let next = await chunks.next();
    for (; next.done !== true; next = await chunks.next()) yield new CheckedChunk(next.value);
    notices.set(sheet, next.value);
  }

  /** What a thread gives of a sheet, or where there is none what `otherwise` does. */
  async function* fromThread<T>(
    sheet: string,
    ask: (thread: ReadingThread) => AsyncGenerator<T, readonly SourceNotice[]>,
    otherwise: () => AsyncIterable<T>,
  ): AsyncGenerator<T> {
    const thread = next ?? (isInThread ? startThread(file) : null);
    next = null;
    const end = () => void thread?.end();
    options.signal?.addEventListener("abort", end, { once: true });
    try {
      if (thread !== null && (await thread.started())) {
        notices.set(sheet, yield* ask(thread));
        return;
      }
    } finally {
      options.signal?.removeEventListener("abort", end);
      end();
    }
    checkCancelled(options.signal);
    yield* otherwise();
  }

  return {
    ...list,
    rows: (sheet, options = {}) => {
      if (!isInThread) return rowsHere(sheet, options);
      const { headerRow } = options;
      const how = headerRow === undefined ? {} : { headerRow };
      return fromThread(
        sheet,
        (thread) => thread.rows(sheet, how),
        () => rowsHere(sheet, how),
      );
    },
    checks: (sheet, recipe, exact) =>
      fromThread(
        sheet,
        (thread) => thread.checks(sheet, recipe, exact),
        () => checksHere(sheet, recipe, exact),
      ),
    notices: (sheet) => notices.get(sheet) ?? here?.notices(sheet) ?? [],
    async close() {
      await next?.end();
      await here?.close();
    },
  };
}
