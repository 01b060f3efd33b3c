import type { MessagePort } from "node:worker_threads";
import type { ErrorData } from "../../../../../preload/errors.ts";
import type { Language } from "../../../../../preload/languages.ts";
import type { ValueRows } from "../../../../../preload/types.ts";

/** What both threads are given: the data folder's key, and the way to each other. */
export interface RowThreadData {
  readonly key: Uint8Array;
  readonly port: MessagePort;
}

/** One byte a row, 1 where it is meant. */
export type RowMask = Uint8Array<ArrayBuffer>;
/** Positions of rows, in an order. */
export type RowOrder = Int32Array<ArrayBuffer>;

/** What the thread can find out by one look at all rows of a list; places are those of columns. */
export interface Scans {
  /** Rows with a text in any of their cells but the hidden ones; told as they come. */
  readonly find: {
    readonly input: { readonly text: string; readonly hidden: readonly number[] };
    readonly result: null;
  };
  /** All rows, ordered by a column; the first of those that are meant are told before. */
  readonly order: {
    readonly input: {
      readonly place: number;
      readonly descending: boolean;
      readonly language: Language;
      readonly meant: RowMask;
      readonly head: number;
    };
    readonly result: RowOrder;
  };
  /** Rows whose cell of a column holds one of these values. */
  readonly pick: {
    readonly input: { readonly place: number; readonly values: readonly string[] };
    readonly result: RowMask;
  };
  /** The most frequent values of a column among the rows that are meant. */
  readonly values: {
    readonly input: {
      readonly place: number;
      readonly meant: RowMask;
      /** Only values with this text in them; "" for all. */
      readonly text: string;
      readonly limit: number;
      readonly language: Language;
    };
    readonly result: { readonly values: readonly ValueRows[]; readonly more: number };
  };
}

export type ScanName = keyof Scans;

export type ScanTask = {
  readonly [N in ScanName]: { readonly name: N } & Scans[N]["input"];
}[ScanName];

/** Some blocks of a list, sealed, in list order. */
export interface Blocks {
  /** The position of the first row. */
  readonly first: number;
  /** Empty where a column is known. */
  readonly sealed: readonly Uint8Array[];
  /** Corrected values of these rows: the row's position, the column's place, the value sealed. */
  readonly corrected: readonly (readonly [index: number, place: number, sealed: Uint8Array])[];
}

/** A check of a list, as its blocks are at a moment. */
export interface ScannedList {
  readonly stagingId: number;
  readonly rows: number;
  /** Another one whenever a block is. */
  readonly mark: string;
}

/** The same, opened: JSON of `StoredPayload`, in UTF-8. */
export interface OpenBlocks extends Omit<Blocks, "sealed"> {
  readonly opened: readonly Buffer[];
}

export type ToRowThread =
  | {
      readonly kind: "start";
      readonly seq: number;
      readonly task: ScanTask;
      readonly list: ScannedList;
    }
  | { readonly kind: "blocks"; readonly seq: number; readonly blocks: Blocks }
  | { readonly kind: "end"; readonly seq: number }
  | { readonly kind: "drop"; readonly seq: number }
  /** That list is not looked at any more. */
  | { readonly kind: "forget"; readonly stagingId: number };

/** The first word of both threads: they have loaded their modules. */
export interface ReadyMessage {
  readonly kind: "ready";
}

export type FromRowThread =
  /** Whether the sealed rows are needed: of a column that is known, only corrections are. */
  | { readonly kind: "started"; readonly seq: number; readonly needsRows: boolean }
  /** Some blocks have been looked at. */
  | { readonly kind: "taken"; readonly seq: number; readonly hits: RowOrder }
  | { readonly kind: "head"; readonly seq: number; readonly rows: RowOrder }
  | { readonly kind: "result"; readonly seq: number; readonly value: Scans[ScanName]["result"] }
  | { readonly kind: "failed"; readonly seq: number; readonly error: ErrorData };
