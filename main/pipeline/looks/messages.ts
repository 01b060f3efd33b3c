import type { ErrorData } from "../../../preload/errors.ts";
import type { Language } from "../../../preload/languages.ts";
import type { FileReading } from "../../../preload/types.ts";
import type { ReadingChoice } from "../../records/drafts/staging-types.ts";
import type { SourceOptions, SourceRow } from "../sources/source.ts";

/** What is asked of a list, and what comes back; plain data both ways. */
export interface Looks {
  /** The quick look: sheets, headers, first rows. */
  readonly first: {
    readonly choice: Partial<ReadingChoice> & Pick<SourceOptions, "password">;
    readonly result: FileReading;
  };
  /** The first rows of a sheet, as the cells were. */
  readonly rows: { readonly choice: RowsChoice; readonly result: readonly SourceRow[] };
}

export interface RowsChoice
  extends Pick<SourceOptions, "encoding" | "delimiter" | "decodeBack" | "password"> {
  readonly sheet: string;
  readonly headerRow?: number;
  /** Rows from the first one on. */
  readonly limit: number;
}

export type LookName = keyof Looks;

/** To the process that looks; one at a time. */
export type ToLook = {
  readonly [N in LookName]: {
    readonly look: N;
    readonly path: string;
    readonly choice: Looks[N]["choice"];
    /** The language of the notices. */
    readonly language: Language;
  };
}[LookName];

/** A list that every program has, to be looked at while nobody waits: the next look takes half as long. */
export interface Rehearsal {
  readonly rehearse: string;
}

export function isRehearsal(message: unknown): message is Rehearsal {
  return typeof message === "object" && message !== null && "rehearse" in message;
}

/** Both ends are one program in one version: the shape is trusted once it is a look. */
export function isToLook(message: unknown): message is ToLook {
  return typeof message === "object" && message !== null && "look" in message;
}

export type FromLook =
  /** The process has started: an end from now on is caused by the list. */
  | { readonly kind: "ready" }
  | { readonly kind: "seen"; readonly value: Looks[LookName]["result"] }
  | { readonly kind: "failed"; readonly error: ErrorData };
