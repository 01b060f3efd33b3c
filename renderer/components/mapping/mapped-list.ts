import type { DateFormat, Draft, ListColumn, Notice } from "../../../preload/types.ts";

/** What is known of the list, or only of the mapping, whose columns and fields are shown. */
export interface MappedList {
  readonly columns: readonly ListColumn[];
  /** Notices; each is shown at the field that it is about. */
  readonly notices: readonly Notice[];
  /** Formats in which the dates of the first rows can be read. */
  readonly dateFormats: readonly DateFormat[];
  /**
   * Whether a list is open: a mapping by itself has no values to show and no proposal to be sure
   * of, and how dates are written may be left to each list.
   */
  readonly open: boolean;
  /** The draft of the list that is open. */
  readonly draftId: number | null;
}

export function listOf({ id: draftId, reading, missing, dateFormats }: Draft): MappedList {
  const { columns } = reading;
  return { columns, notices: missing.columns, dateFormats, open: true, draftId };
}
