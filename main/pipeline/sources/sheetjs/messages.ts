import type { FileFormat } from "../../../../preload/types.ts";
import type { MergedRange } from "../cells/covered-cells.ts";
import type { CellMark, SourceNotice } from "../source.ts";

/** A file that SheetJS reads. `encoding`: of HTML and XML text files; null for workbooks. */
export interface WorkbookFile {
  readonly path: string;
  readonly format: FileFormat;
  readonly encoding: string | null;
  /** Bytes of its parts once unpacked. */
  readonly unpackedBytes: number;
}

/** Messages between a reader and its SheetJS process, plain data both ways. */
export type ToReader =
  | ({ readonly kind: "open"; readonly maxMemoryMb: number } & WorkbookFile)
  | { readonly kind: "rows"; readonly sheet: string }
  /** The chunk before has been used: send the next one. */
  | { readonly kind: "next" };

export interface WireSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly notices: readonly SourceNotice[];
  /** Of more than one row. */
  readonly merged: readonly MergedRange[];
}

/** A row that holds something: number, cells, marks. */
export type WireRow = readonly [
  number,
  readonly string[],
  (readonly (readonly [number, CellMark])[])?,
];

export type FromReader =
  /** The program is loaded; reading starts now, and so does its time. */
  | { readonly kind: "ready" }
  | { readonly kind: "opened"; readonly sheets: readonly WireSheet[] }
  | { readonly kind: "rows"; readonly rows: readonly WireRow[]; readonly last: boolean }
  | { readonly kind: "failed"; readonly code: string; readonly detail: string };
