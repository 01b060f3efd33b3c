/**
 * What can be chosen, each list once: types, the contract's schemas, the window and the command
 * line take it from here.
 */

/** What becomes of customers whom the platform knows already: the API's `duplicates`. */
export const DUPLICATES = ["update", "yes", "ignore"] as const;
export type Duplicates = (typeof DUPLICATES)[number];

/** In what the platform answers: the API's `output`. */
export const OUTPUT_FORMATS = ["json", "xml", "jsonp"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What becomes of rows of one list that have the same key. */
export const REPEATED_ROWS = ["keep-all", "keep-first", "keep-last"] as const;
export type RepeatedRows = (typeof REPEATED_ROWS)[number];

/** What a column's cell has to be for its row to be sent. */
export const CONDITIONS = [
  "is",
  "is-not",
  "contains",
  "is-empty",
  "is-not-empty",
  "above",
  "below",
] as const;
export type ConditionKind = (typeof CONDITIONS)[number];

/** What accounts need whose platform is older than its documentation; the documented one first. */
export const COMPATIBILITY = {
  dataParameter: ["profiles_data", "Profiles_Data"],
  campaignSeparator: [",", "|,|"],
  keyParameter: ["user_api_key", "user_password"],
  lineBreak: ["\n", "\r\n"],
} as const;
export type Compatibility = {
  readonly [K in keyof typeof COMPATIBILITY]: (typeof COMPATIBILITY)[K][number];
};

/** What separates the values of a text file's lines. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What parts them: a separator, or blanks that line up columns of a fixed width. */
export const COLUMN_BORDERS = [...SEPARATORS, "blanks"] as const;
export type ColumnBorder = (typeof COLUMN_BORDERS)[number];

/** The steps of preparing a list. */
export const WIZARD_STEPS = ["file", "columns", "options", "review"] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** Which rows the review shows. */
/** The tiles of the review, each row in exactly one; "sent": with the trial. */
export const TILES = ["valid", "warnings", "errors", "leftOut", "sent"] as const;
export type Tile = (typeof TILES)[number];
export const ROW_FILTERS = ["all", ...TILES] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/**
 * Which of an import's rows its page shows. "maybe": rejected or cancelled, though they may have
 * arrived before; "not-sent": with problems, left out, or cancelled before they went out.
 */
export const IMPORT_ROW_FILTERS = [
  "all",
  "accepted",
  "rejected",
  "uncertain",
  "maybe",
  "waiting",
  "not-sent",
  "invalid",
  "left-out",
  "cancelled",
] as const;
export type ImportRowFilter = (typeof IMPORT_ROW_FILTERS)[number];

/** What may differ between two imports of one list; "left-out": sent by one of them only. */
export const CHANGES_SHOWN = ["added", "changed", "removed", "left-out"] as const;

/** The formats that tables are saved in. */
export const TABLE_FORMATS = ["xlsx", "csv"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
