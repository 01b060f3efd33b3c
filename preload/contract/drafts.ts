import { z } from "zod";
import { COLUMN_BORDERS, ROW_FILTERS, WIZARD_STEPS } from "../choices.ts";
import type {
  AddedAgain,
  CheckState,
  ColumnValues,
  Draft,
  DraftSummary,
  FoundRow,
  Page,
  PreviewRows,
  Problem,
  ProblemKind,
  RecentFile,
  RememberedMapping,
  RowPage,
  SavedFile,
  StagedRow,
  UndoState,
  ValuesOfColumn,
} from "../types.ts";
import {
  call,
  field,
  id,
  mappingName,
  mappingSchema,
  nothing,
  optionsSchema,
  page,
  text,
} from "./shapes.ts";

/** `Europe/Berlin`, `+01:00`. */
const ZONE = /^(?:[A-Za-z_]+(?:\/[A-Za-z_+-]+){0,2}|[+-]\d\d:\d\d)$/;

/** Excel takes no longer one. */
const password = z.string().min(1).max(255);

const problemCode = z.string().regex(/^[a-z-]{1,60}$/);

/** In cells that hold just this value; with `part` wherever it stands in them. */
const replacement = z.strictObject({
  kind: z.literal("replace"),
  from: z.string().max(100_000),
  to: z.string().max(100_000),
  part: z.boolean().exactOptional(),
});

const values = z.array(z.string().max(100_000)).min(1).max(1000).readonly();

/** Rows of a checked list, as a person has chosen them. */
const shownRows = {
  draftId: id,
  filter: z.enum(ROW_FILTERS),
  view: z
    .strictObject({
      problem: z
        .strictObject({
          code: problemCode,
          field: field.nullable(),
          column: z.string().max(100_000).nullable(),
          severity: z.enum(["error", "warning"]),
        })
        .exactOptional(),
      values: z.array(z.strictObject({ field, values })).max(50).readonly().exactOptional(),
      sort: z.strictObject({ field, descending: z.boolean() }).exactOptional(),
    })
    .exactOptional(),
};

export const draftsCalls = {
  /** Electron only: a file the user chose or dropped, by its path. Browsers upload instead. */
  "files.register": call<{ readonly fileId: string }>()(
    z.strictObject({ path: z.string().min(1).max(4096) }),
  ),
  /**
   * Enters the password of an encrypted workbook for what is called next. It is held in memory as
   * long as the list is prepared, and written nowhere.
   */
  "files.unlock": call<null>()(
    z.union([
      z.strictObject({ fileId: z.string().min(1).max(100), password }),
      z.strictObject({ draftId: id, password }),
    ]),
  ),
  /** The lists last opened by path; none where files are handed over by a browser. */
  "files.recent": call<readonly RecentFile[]>()(nothing),
  "drafts.list": call<readonly DraftSummary[]>()(nothing),
  "drafts.create": call<Draft>()(z.strictObject({ fileId: z.string().min(1).max(100) })),
  "drafts.createSample": call<Draft>()(nothing),
  "drafts.get": call<Draft>()(z.strictObject({ draftId: id })),
  "drafts.remove": call<null>()(z.strictObject({ draftId: id })),
  "drafts.setStep": call<Draft>()(z.strictObject({ draftId: id, step: z.enum(WIZARD_STEPS) })),
  "drafts.setReading": call<Draft>()(
    z.strictObject({
      draftId: id,
      sheet: text.exactOptional(),
      /** 0: the list has none; null: the row that the content shows. */
      headerRow: z.int().min(0).max(1_048_576).nullable().exactOptional(),
      encoding: z.string().max(40).exactOptional(),
      delimiter: z.enum(COLUMN_BORDERS).exactOptional(),
      /** Letters that were read in a wrong encoding before are decoded back. */
      decodeBack: z.boolean().exactOptional(),
      /** Rows that look like no customers are read like all others. */
      keepRows: z.boolean().exactOptional(),
      /** Columns by which the headers stand too far to the left. */
      headerShift: z.literal([-1, 0, 1]).exactOptional(),
      /** Day and month of dates that a program has made of texts are put the other way round. */
      swapDates: z.boolean().exactOptional(),
      /** Times are the beginnings of days in this zone; null: as they are written. */
      dateZone: z.string().max(40).regex(ZONE).nullable().exactOptional(),
    }),
  ),
  /** Ties a draft to a file picked anew, with its mapping as far as the columns are there. */
  "drafts.chooseFile": call<Draft>()(
    z.strictObject({ draftId: id, fileId: z.string().min(1).max(100) }),
  ),
  "drafts.setMapping": call<Draft>()(z.strictObject({ draftId: id, mapping: mappingSchema })),
  "drafts.proposeMapping": call<Draft>()(z.strictObject({ draftId: id })),
  /** Lets go of the remembered mapping for this list: proposes one from its content. */
  "drafts.forgetMapping": call<Draft>()(z.strictObject({ draftId: id })),
  /** Remembers the mapping as it is now, under a name. */
  "drafts.keepMapping": call<RememberedMapping>()(
    z.strictObject({ draftId: id, name: mappingName }),
  ),
  "drafts.setOptions": call<Draft>()(z.strictObject({ draftId: id, options: optionsSchema })),
  "drafts.preview": call<PreviewRows>()(
    z.strictObject({ draftId: id, limit: z.int().min(1).max(50) }),
  ),
  /** What stands in the columns of a field in all rows; reads the whole list. */
  "drafts.columnValues": call<ColumnValues>()(z.strictObject({ draftId: id, field })),
  /** Starts reading and checking the whole list; progress and end come as "draft" events. */
  "drafts.check": call<CheckState>()(z.strictObject({ draftId: id })),
  "drafts.cancelCheck": call<null>()(z.strictObject({ draftId: id })),
  "drafts.rows": call<RowPage>()(z.strictObject({ ...shownRows, ...page })),
  /** The first row with a text from a place on, one way or the other, and round the end. */
  "drafts.find": call<FoundRow>()(
    z.strictObject({
      ...shownRows,
      text: z.string().min(1).max(1000),
      /** -1: round the end, from the last row back. */
      from: z.int().min(-1),
      back: z.boolean(),
    }),
  ),
  /** What a column holds in the rows that are shown, whatever is chosen of that column itself. */
  "drafts.shownValues": call<ValuesOfColumn>()(
    z.strictObject({ ...shownRows, field, text: z.string().max(1000) }),
  ),
  "drafts.problems": call<Page<Problem>>()(z.strictObject({ draftId: id, ...page })),
  "drafts.correctCell": call<{ readonly row: StagedRow; readonly check: CheckState }>()(
    z.strictObject({ draftId: id, index: z.int().min(0), field, value: z.string().max(100_000) }),
  ),
  /**
   * Corrects many cells as one change, each as `drafts.correctCell` does; rows that have gone out
   * stay as they are, and their cells are counted.
   */
  "drafts.correctCells": call<{
    readonly changed: number;
    readonly closed: number;
    readonly check: CheckState;
  }>()(
    z.strictObject({
      draftId: id,
      kind: z.enum(["paste", "fill", "empty"]),
      cells: z
        .array(z.strictObject({ index: z.int().min(0), field, value: z.string().max(100_000) }))
        .min(1)
        .max(20_000)
        .readonly(),
    }),
  ),
  "drafts.leaveOut": call<CheckState>()(
    z.strictObject({
      draftId: id,
      indexes: z.array(z.int().min(0)).min(1).max(1000).readonly(),
      leftOut: z.boolean(),
    }),
  ),
  /** The kinds of problems that show, errors first, the most frequent first. */
  "drafts.problemKinds": call<readonly ProblemKind[]>()(z.strictObject({ draftId: id })),
  /** How many rows with one problem a replacement would change. */
  "drafts.countAlike": call<number>()(
    z.strictObject({ draftId: id, code: problemCode, field, how: replacement }),
  ),
  /** Corrects one problem in all rows that have it; answers how many rows have changed. */
  "drafts.applyToAll": call<{ readonly changed: number; readonly check: CheckState }>()(
    z.strictObject({
      draftId: id,
      code: problemCode,
      /** null: a problem of the row as a whole, which can only be left out. */
      field: field.nullable(),
      how: z.discriminatedUnion("kind", [
        replacement,
        z.strictObject({ kind: z.literal("empty") }),
        z.strictObject({ kind: z.literal("leave-out") }),
      ]),
    }),
  ),
  /** What the review of this list can take back and do again; null where nothing. */
  "drafts.undoState": call<UndoState>()(z.strictObject({ draftId: id })),
  "drafts.undo": call<UndoState>()(z.strictObject({ draftId: id })),
  "drafts.redo": call<UndoState>()(z.strictObject({ draftId: id })),
  "drafts.exportInvalid": call<SavedFile>()(z.strictObject({ draftId: id })),
  /** What these rows would add a second time: to be confirmed before they go. */
  "drafts.addedAgain": call<AddedAgain>()(
    z.strictObject({ draftId: id, trialRows: z.int().min(1).max(1000).exactOptional() }),
  ),
  /**
   * Sends the rows that were not sent yet and ends the draft; with `trialRows` only the first of
   * them, and the draft stays. While a trial's outcome is open nothing more goes out.
   */
  "drafts.send": call<{ readonly importId: number }>()(
    z.strictObject({
      draftId: id,
      trialRows: z.int().min(1).max(1000).exactOptional(),
      /** The user's own confirmation that "yes" empties fields; refused without it. */
      confirmOverwrite: z.boolean(),
      /** The sums of `drafts.addedAgain` that the user has confirmed; refused where others hold. */
      confirmAdded: z
        .strictObject({ before: z.string().max(40), inList: z.string().max(40) })
        .exactOptional(),
    }),
  ),
} as const;
