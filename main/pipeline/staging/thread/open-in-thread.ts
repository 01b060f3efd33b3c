import { dataRows } from "../../sources/data-rows.ts";
import { checkCancelled } from "../../sources/fault.ts";
import { openSource } from "../../sources/open.ts";
import type { ListSource, SourceNotice, SourceOptions } from "../../sources/source.ts";
import { loadPhonesFor } from "../../validation/phones.ts";
import { CheckedChunk, type ChunkRecipe, packerOf } from "./checked-chunk.ts";
import { createListCheck } from "./checked-rows.ts";
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
  const source = await openSource(path, options);
  const notices = new Map<string, readonly SourceNotice[]>();
  const noticesOf = (sheet: string) => notices.get(sheet) ?? source.notices(sheet);
  async function* checksHere(sheet: string, recipe: ChunkRecipe, exact: boolean) {
    await loadPhonesFor(recipe.mapping, recipe.phoneCountry ?? null);
    const { check, findings } = createListCheck(recipe);
    const read = dataRows(source, sheet, recipe.headerRow, { trustMerged: !exact });
    const packer = packerOf(recipe);
    for await (const rows of read) {
      for (const row of rows) {
        const full = packer.add(check(row));
        if (full !== null) yield new CheckedChunk(full);
      }
    }
    const last = packer.end();
    if (last !== null) yield new CheckedChunk(last);
    notices.set(sheet, [...source.notices(sheet), ...findings()]);
  }
  if (!OWN_FORMATS.has(source.format) || !(await isWorthAThread(path))) {
    return { ...source, checks: checksHere, notices: noticesOf };
  }
  const file = threadFile(path, options);
  let next: ReadingThread | null = takePrepared(file) ?? startThread(file);

  /** What a thread gives of a sheet, or where there is none what `here` does. */
  async function* fromThread<T>(
    sheet: string,
    ask: (thread: ReadingThread) => AsyncGenerator<T, readonly SourceNotice[]>,
    here: () => AsyncIterable<T>,
  ): AsyncGenerator<T> {
    const thread = next ?? startThread(file);
    next = null;
    const end = () => thread?.end();
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
    yield* here();
  }

  return {
    ...source,
    rows: (sheet, { headerRow } = {}) => {
      const how = headerRow === undefined ? {} : { headerRow };
      return fromThread(
        sheet,
        (thread) => thread.rows(sheet, how),
        () => source.rows(sheet, how),
      );
    },
    checks: (sheet, recipe, exact) =>
      fromThread(
        sheet,
        (thread) => thread.checks(sheet, recipe, exact),
        () => checksHere(sheet, recipe, exact),
      ),
    notices: noticesOf,
    async close() {
      next?.end();
      await source.close();
    },
  };
}
