import type { ColumnBorder } from "../../../../preload/choices.ts";
import type { ErrorData } from "../../../../preload/errors.ts";
import type { ReadingChoice } from "../../../records/drafts/staging-types.ts";
import type { WordlessReading } from "../../sources/read-first.ts";
import type { ListSource, SourceNotice } from "../../sources/source.ts";
import type { ChunkRecipe, PackedChunk } from "./checked-chunk.ts";
import type { PackedRows } from "./packed-rows.ts";

/** The file that a thread reads, as `openSource` takes it. */
export interface ThreadFile {
  readonly path: string;
  readonly encoding?: string;
  readonly delimiter?: ColumnBorder;
  readonly decodeBack?: boolean;
  readonly password?: string;
}

/** What is known of a list once it is open. */
export type OpenList = Pick<
  ListSource,
  "format" | "encoding" | "delimiter" | "sheets" | "bytesARow" | "encrypted"
>;

/**
 * To the reading thread. "open" may ask for a first look, "rows" asks for rows as they are, "checks"
 * for mapped and checked ones, which take merged cells on trust unless they are to be `exact`; "next"
 * says how many messages with rows were taken since the one before; "leave" ends a thread that has
 * been asked for nothing.
 */
export type ToThread =
  | { readonly kind: "open"; readonly file: ThreadFile; readonly look?: Partial<ReadingChoice> }
  | { readonly kind: "rows"; readonly sheet: string; readonly headerRow?: number }
  | {
      readonly kind: "checks";
      readonly sheet: string;
      readonly recipe: ChunkRecipe;
      readonly exact: boolean;
    }
  | { readonly kind: "next"; readonly taken: number }
  | { readonly kind: "leave" };

/**
 * From the reading thread: "ready" comes once, with null where the list could not be opened; "looked"
 * or "not-looked" where a first look was asked for; "end", "merged-values" (of rows on trust) or
 * "failed" is the last.
 */
export type FromThread =
  | { readonly kind: "ready"; readonly list: OpenList | null }
  | { readonly kind: "looked"; readonly reading: WordlessReading }
  | { readonly kind: "not-looked"; readonly error: ErrorData }
  | ({ readonly kind: "rows" } & PackedRows)
  | ({ readonly kind: "checks" } & PackedChunk)
  | { readonly kind: "end"; readonly notices: readonly SourceNotice[] }
  | { readonly kind: "merged-values" }
  | { readonly kind: "failed"; readonly error: ErrorData };
