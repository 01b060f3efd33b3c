import type { ColumnBorder } from "../../../../preload/choices.ts";
import type { FileReading } from "../../../../preload/types.ts";
import type { DraftChoice, StoredDraft } from "../../../records/drafts/draft-store.ts";

/** What the user chose now over what was chosen before; another sheet has headers of its own. */
export function mergeChoice(
  draft: StoredDraft,
  input: {
    readonly sheet?: string | undefined;
    readonly headerRow?: number | null | undefined;
    readonly encoding?: string | undefined;
    readonly delimiter?: ColumnBorder | undefined;
    readonly decodeBack?: boolean | undefined;
    readonly keepRows?: boolean | undefined;
    readonly headerShift?: -1 | 0 | 1 | undefined;
    readonly swapDates?: boolean | undefined;
    readonly dateZone?: string | null | undefined;
  },
): DraftChoice {
  const { headerRow: chosen, dateZone: formerZone, ...before } = draft.choice;
  const otherSheet = input.sheet !== undefined && input.sheet !== draft.reading.sheet;
  const headerRow = input.headerRow === undefined && !otherSheet ? chosen : input.headerRow;
  const dateZone = input.dateZone === undefined ? formerZone : input.dateZone;
  return {
    ...before,
    // null: as the content shows it.
    ...(typeof headerRow === "number" ? { headerRow } : {}),
    ...(input.sheet === undefined ? {} : { sheet: input.sheet }),
    ...(input.encoding === undefined ? {} : { encoding: input.encoding }),
    ...(input.delimiter === undefined ? {} : { delimiter: input.delimiter }),
    ...(input.decodeBack === undefined ? {} : { decodeBack: input.decodeBack }),
    ...(input.keepRows === undefined ? {} : { keepRows: input.keepRows }),
    ...(input.headerShift === undefined ? {} : { headerShift: input.headerShift }),
    ...(input.swapDates === undefined ? {} : { swapDates: input.swapDates }),
    ...(typeof dateZone === "string" ? { dateZone } : {}),
  };
}

/** Whether a mapping made for one reading fits the other. */
export function sameHeaders(a: FileReading, b: FileReading): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, at) => column.header === b.columns[at]?.header)
  );
}
