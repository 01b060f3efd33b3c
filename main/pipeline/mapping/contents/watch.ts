import type { SourceNotice } from "../../sources/source.ts";
import type { DateShape } from "../dates/shape.ts";

/** A value that is no blank, with how it is written as a date. */
export interface WatchedValue {
  readonly value: string;
  /** Whether it is digits of ASCII alone. */
  readonly isDigits: boolean;
  readonly shape: DateShape;
  readonly row: number;
  /** The whole row, in which other columns say more of the value. */
  readonly cells: readonly string[];
  /** Whether the file itself holds a date there, and not a text. */
  readonly isDateCell: boolean;
}

/** A look at the values of one column, for what they show together. */
export interface ColumnWatch {
  /** Values of fewer letters do not matter to it. */
  readonly shortest?: number;
  /** @returns false where no other value can matter any more: the watch is asked for none then */
  add(one: WatchedValue): boolean;
  findings(): readonly SourceNotice[];
}
