import { CHUNK_ROWS } from "../../../../../records/drafts/chunks.ts";
import { cellText, eachCell } from "../../../../../records/imports/batches/packed-rows.ts";
import type { Vault } from "../../../../../records/vault/vault.ts";
import type { OpenBlocks } from "../thread-messages.ts";
import type { KeptColumn } from "./kept-columns.ts";
import {
  asStored,
  type Cells,
  createValues,
  type ValueColumn,
  type Values,
} from "./value-column.ts";

/** What a row's value is where there was no room for it. */
export const NO_VALUE = 0xffffffff;

/** Reads one column of all blocks of a list. */
export interface ColumnReader {
  take(blocks: OpenBlocks): void;
  /** The column as a person sees it: with corrections. */
  shown(): ValueColumn;
  /** The column as it was read; null where it does not hold all that was. */
  read(): KeptColumn | null;
}

export interface HowToRead {
  readonly place: number;
  readonly rows: number;
  /** The same column where it is known: no block needs to be read. */
  readonly kept: KeptColumn | undefined;
  /** Values that have a number whatever happens. */
  readonly first?: readonly string[];
  /** Values of more bytes in all have none from there on. */
  readonly most?: number;
  /** Of longer values, in bytes, only what this makes of them is needed. */
  readonly long?: { readonly bytes: number; readonly shorten: (text: string) => string };
}

export function createColumnReader(vault: Vault, how: HowToRead): ColumnReader {
  const { place, rows, kept, first = [], most = Number.POSITIVE_INFINITY, long } = how;
  const ids = kept?.ids ?? new Uint32Array(rows);
  const values = kept?.values ?? createValues(rows);
  const corrections = new Map<number, string>();
  let isWhole = true;
  let isFull = false;
  if (kept === undefined) for (const value of first) addText(values, value);

  const froms = new Uint32Array(CHUNK_ROWS);
  const tos = new Uint32Array(CHUNK_ROWS);

  /** The numbers of a block's values. */
  function readBlock(json: Buffer, into: Uint32Array): void {
    const cells: Cells = { bytes: json, froms, tos, count: 0 };
    const cut: [row: number, text: string][] = [];
    eachCell(json.toString("latin1"), place, (row, from, to) => {
      const isLong = long !== undefined && to - from > long.bytes;
      if (isLong) cut.push([row, long.shorten(cellText(json, from, to))]);
      froms[row] = from;
      // Nothing is kept of the whole.
      tos[row] = isLong ? from : to;
      cells.count = row + 1;
    });
    if (isFull) findAll(values, cells, into);
    else values.addAll(cells, into);
    for (const [row, text] of cut) into[row] = addText(values, text);
    isWhole &&= cut.length === 0;
  }

  return {
    take({ first: firstRow, opened, corrected }) {
      for (const [index, at, value] of corrected) {
        if (at === place) corrections.set(index, vault.openJson(value));
      }
      for (const [at, json] of opened.entries()) {
        const start = firstRow + at * CHUNK_ROWS;
        readBlock(json, ids.subarray(start, start + CHUNK_ROWS));
        if (values.size > most) isFull = true;
      }
    },
    shown() {
      if (corrections.size === 0) return { ids, values };
      const shown = { ids: ids.slice(), values: values.copy() };
      for (const [index, value] of corrections) {
        const text = long === undefined ? value : long.shorten(value);
        shown.ids[index] = addText(shown.values, text);
      }
      return shown;
    },
    read() {
      if (kept !== undefined || !isWhole || isFull) return null;
      values.pack();
      return { ids, values, ranks: null };
    },
  };
}

/** The numbers of values that have one already. */
function findAll(values: Values, { bytes, froms, tos, count }: Cells, into: Uint32Array): void {
  for (let at = 0; at < count; at += 1) {
    into[at] = values.find(bytes, froms[at] ?? 0, tos[at] ?? 0) ?? NO_VALUE;
  }
}

function addText(values: Values, text: string): number {
  const bytes = asStored(text);
  return values.add(bytes, 0, bytes.length);
}
