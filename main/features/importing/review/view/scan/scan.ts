import type { Vault } from "../../../../../records/vault/vault.ts";
import type { OpenBlocks, RowOrder, ScanName, Scans, ScanTask } from "../thread-messages.ts";
import { type ColumnReader, createColumnReader, type HowToRead } from "./column-reader.ts";
import { countValues } from "./count-values.ts";
import { createFinder } from "./find-rows.ts";
import type { KeptColumn } from "./kept-columns.ts";
import { firstRows, orderRows, type Ranks, ranksOf } from "./order-rows.ts";
import { createSortKeys, KEPT_LETTERS } from "./sort-keys.ts";
import { asStored } from "./value-column.ts";

/** One look at all rows of a list, block by block. */
export interface Scan {
  /** Whether it has to see the sealed rows: a column that is known needs the corrections alone. */
  readonly needsRows: boolean;
  /** Answers the rows found in these blocks, where the look is one that finds rows. */
  take(blocks: OpenBlocks): RowOrder;
  /** What is known before the whole is: the first rows of an order; null where nothing is. */
  head(): RowOrder | null;
  result(): Scans[ScanName]["result"];
  /** The column that it has read, to be kept. */
  read(): KeptColumn | null;
}

/** Values that a filter looks for are found whether others fit into memory or not. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Bytes that a text which is not cut may take: three a letter. */
const LONG_BYTES = 3 * KEPT_LETTERS;
const NONE: RowOrder = new Int32Array(0);

/** @param kept the task's column, where it is known */
export function createScan(
  vault: Vault,
  task: ScanTask,
  about: { readonly rows: number; readonly kept: KeptColumn | undefined },
): Scan {
  switch (task.name) {
    case "find": {
      const take = createFinder(vault, task);
      return { needsRows: true, take, head: () => null, result: () => null, read: () => null };
    }
    case "order":
      return ordering(vault, task, about);
    case "pick": {
      const how = { ...about, place: task.place, first: task.values, most: MOST_BYTES };
      return ofColumn(vault, how, (reader) => picked(reader, task.values));
    }
    case "values":
      return ofColumn(vault, { ...about, place: task.place }, (reader) =>
        countValues(reader.shown(), task),
      );
  }
}

function ofColumn(
  vault: Vault,
  how: HowToRead,
  result: (reader: ColumnReader) => Scans[ScanName]["result"],
): Scan {
  const reader = createColumnReader(vault, how);
  return {
    needsRows: how.kept === undefined,
    take(blocks) {
      reader.take(blocks);
      return NONE;
    },
    head: () => null,
    result: () => result(reader),
    read: reader.read,
  };
}

function picked(reader: ColumnReader, wanted: readonly string[]) {
  const { ids, values } = reader.shown();
  const isWanted = new Uint8Array(values.count);
  for (const value of wanted) {
    const bytes = asStored(value);
    const id = values.find(bytes, 0, bytes.length);
    if (id !== undefined) isWanted[id] = 1;
  }
  const mask = new Uint8Array(ids.length);
  for (let row = 0; row < mask.length; row += 1) mask[row] = isWanted[ids[row] ?? 0] ?? 0;
  return mask;
}

function ordering(
  vault: Vault,
  task: Scans["order"]["input"],
  about: { readonly rows: number; readonly kept: KeptColumn | undefined },
): Scan {
  const { place, language, descending } = task;
  const shorten = (text: string) => text.trim().slice(0, KEPT_LETTERS);
  const long = { bytes: LONG_BYTES, shorten };
  const reader = createColumnReader(vault, { ...about, place, long });
  const known = about.kept?.ranks?.language === language ? about.kept.ranks.ranks : null;
  let found: Ranks | null = null;
  const shown = once(reader.shown);
  const keys = once(() => createSortKeys(shown().values, language));
  /** Corrected values are not among those whose order is known. */
  const knownRanks = () => (shown().ids === about.kept?.ids ? known : null);
  return {
    needsRows: about.kept === undefined,
    take(blocks) {
      reader.take(blocks);
      return NONE;
    },
    head: () => (knownRanks() === null ? firstRows(shown(), keys(), task) : null),
    result() {
      found = knownRanks() ?? ranksOf(keys());
      return orderRows(shown().ids, found, descending);
    },
    read() {
      const column = reader.read() ?? about.kept ?? null;
      const isAsRead = column !== null && shown().ids === column.ids;
      if (isAsRead && found !== null) column.ranks = { language, ranks: found };
      return column;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
