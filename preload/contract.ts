import { z } from "zod";
import { dateFormats } from "./date-formats.ts";
import { isFieldName } from "./fields.ts";
import type {
  AppInfo,
  BatchDetail,
  Campaign,
  CheckState,
  ComparedRow,
  Connection,
  CustomerStory,
  CustomFieldLabel,
  Draft,
  DraftSummary,
  ForgetResult,
  HistoryChart,
  ImportComparison,
  ImportDetail,
  ImportSummary,
  Licence,
  Page,
  PracticeStatus,
  PreviewRows,
  Problem,
  ProblemKind,
  QueuedBatch,
  QueueSummary,
  RecentFile,
  RememberedMapping,
  RowPage,
  SavedFile,
  Settings,
  StagedRow,
  UndoPlan,
  UndoStarted,
  UndoState,
  UndoStep,
} from "./types.ts";

/**
 * The contract between window and main process: every call once, with the schema of its input
 * and the type of its result. Types, runtime check, bridge and channel names derive from it.
 */
interface CallShape<I extends z.ZodType, R> {
  readonly input: I;
  /** Type only; never present at run time. */
  readonly result?: R;
}

function call<R>() {
  return <I extends z.ZodType>(input: I): CallShape<I, R> => ({ input });
}

const id = z.int().positive();
const nothing = z.strictObject({});
const text = z.string().max(1000);
const field = z.custom<import("./fields.ts").FieldName>(
  (value) => typeof value === "string" && isFieldName(value),
  "not a field of the platform",
);
const mappingName = z.string().trim().min(1).max(200);
const importState = z.enum([
  "queued",
  "sending",
  "accepted",
  "partly-accepted",
  "rejected",
  "uncertain",
  "cancelled",
]);
const customer = z.string().trim().min(1).max(200);
/** Begun at or after `from`, before `until`. */
const period = { from: z.int().exactOptional(), until: z.int().exactOptional() };
const page = { offset: z.int().min(0), limit: z.int().min(1).max(1000) };

const transform = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("trim") }),
  z.strictObject({ kind: z.literal("collapse-blanks") }),
  z.strictObject({ kind: z.literal("case"), to: z.enum(["upper", "lower", "title"]) }),
  z.strictObject({ kind: z.literal("digits-only") }),
  z.strictObject({
    kind: z.literal("split"),
    by: z.enum(["blank", "comma"]),
    take: z.enum(["first", "rest", "last"]),
  }),
  z.strictObject({ kind: z.literal("default"), value: text }),
  z.strictObject({ kind: z.literal("replace"), find: text.min(1), with: text }),
]);

export const mappingSchema = z
  .array(
    z.strictObject({
      field,
      columns: z.array(z.int().min(0).max(16_383)).max(10).readonly(),
      fixed: text.exactOptional(),
      transforms: z.array(transform).max(20).readonly(),
      dateFormat: z.enum(dateFormats).exactOptional(),
      confidence: z.enum(["certain", "likely", "unsure"]).exactOptional(),
    }),
  )
  .max(500)
  .readonly();

export const campaignId = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^,|\s]+$/, "a campaign id holds no comma, bar or blank");

export const optionsSchema = z.strictObject({
  connectionId: id.nullable(),
  campaigns: z.array(campaignId).max(100).readonly(),
  duplicates: z.enum(["update", "yes", "ignore"]),
  generateCardNumbers: z.int().min(4).max(32).nullable(),
  keepUndoState: z.boolean(),
  repeatedRows: z.enum(["keep-all", "keep-first", "keep-last"]),
  onlyChanged: z.boolean().exactOptional(),
});

export const connectionSettingsSchema = z.strictObject({
  output: z.enum(["json", "xml", "jsonp"]),
  campaigns: z.array(campaignId).max(100).readonly(),
  duplicates: z.enum(["update", "yes", "ignore"]),
  keepUndoState: z.boolean(),
  batchRows: z.int().min(1).max(10_000),
  batchBytes: z
    .int()
    .min(1024)
    .max(16 * 1024 * 1024),
  parallel: z.int().min(1).max(4).exactOptional(),
  compatibility: z.strictObject({
    dataParameter: z.enum(["profiles_data", "Profiles_Data"]),
    campaignSeparator: z.enum([",", "|,|"]),
    keyParameter: z.enum(["user_api_key", "user_password"]),
    lineBreak: z.enum(["\n", "\r\n"]),
  }),
  customFields: z.record(z.string(), z.string().max(200)),
});

export const calls = {
  "app.info": call<AppInfo>()(nothing),
  "app.openLogFolder": call<null>()(nothing),
  /** The page's browser says that the network is there again. */
  "app.networkBack": call<null>()(nothing),
  /** What support needs to know; without personal data and secrets. */
  "app.supportBundle": call<SavedFile>()(nothing),
  /** The licences of everything that is built into the program. */
  "app.licences": call<readonly Licence[]>()(nothing),
  "settings.get": call<Settings>()(nothing),
  "settings.set": call<Settings>()(
    z.strictObject({
      language: z.enum(["system", "en", "es"]).exactOptional(),
      theme: z.enum(["system", "light", "dark"]).exactOptional(),
      retentionDays: z.int().min(1).max(3650).exactOptional(),
      welcomed: z.boolean().exactOptional(),
    }),
  ),
  "practice.status": call<PracticeStatus>()(nothing),
  "practice.start": call<PracticeStatus>()(nothing),

  "connections.list": call<readonly Connection[]>()(nothing),
  "connections.save": call<Connection>()(
    z.strictObject({
      /** null: a new one. */
      id: id.nullable(),
      name: z.string().trim().min(1).max(100),
      url: z.string().trim().min(1).max(2000),
      userId: z.string().trim().min(1).max(200),
      accountId: z.string().trim().min(1).max(200),
      /** null keeps the key that is there. */
      apiKey: z.string().min(1).max(1000).nullable(),
      settings: connectionSettingsSchema,
      /** The user agrees that the key is kept without a key store; refused without it there. */
      acceptWeakProtection: z.boolean().exactOptional(),
    }),
  ),
  "connections.remove": call<null>()(z.strictObject({ id })),
  "connections.test": call<{ readonly accountName: string }>()(z.strictObject({ id })),
  "connections.campaigns": call<readonly Campaign[]>()(z.strictObject({ id })),
  "connections.customFields": call<readonly CustomFieldLabel[]>()(z.strictObject({ id })),

  /** Electron only: a file the user chose or dropped, by its path. Browsers upload instead. */
  "files.register": call<{ readonly fileId: string }>()(
    z.strictObject({ path: z.string().min(1).max(4096) }),
  ),

  /** The lists last opened by path; none where files are handed over by a browser. */
  "files.recent": call<readonly RecentFile[]>()(nothing),

  "drafts.list": call<readonly DraftSummary[]>()(nothing),
  "drafts.create": call<Draft>()(z.strictObject({ fileId: z.string().min(1).max(100) })),
  "drafts.createSample": call<Draft>()(nothing),
  "drafts.get": call<Draft>()(z.strictObject({ draftId: id })),
  "drafts.remove": call<null>()(z.strictObject({ draftId: id })),
  "drafts.setStep": call<Draft>()(
    z.strictObject({ draftId: id, step: z.enum(["file", "columns", "options", "review"]) }),
  ),
  "drafts.setReading": call<Draft>()(
    z.strictObject({
      draftId: id,
      sheet: text.exactOptional(),
      headerRow: z.int().min(1).max(1_048_576).exactOptional(),
      encoding: z.string().max(40).exactOptional(),
      delimiter: z.enum([",", ";", "\t", "|"]).exactOptional(),
    }),
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
  /** Starts reading and checking the whole list; progress and end come as "draft" events. */
  "drafts.check": call<CheckState>()(z.strictObject({ draftId: id })),
  "drafts.cancelCheck": call<null>()(z.strictObject({ draftId: id })),
  "drafts.rows": call<RowPage>()(
    z.strictObject({
      draftId: id,
      filter: z.enum(["all", "valid", "warnings", "errors", "excluded"]),
      ...page,
    }),
  ),
  "drafts.problems": call<Page<Problem>>()(z.strictObject({ draftId: id, ...page })),
  "drafts.editCell": call<{ readonly row: StagedRow; readonly check: CheckState }>()(
    z.strictObject({ draftId: id, index: z.int().min(0), field, value: z.string().max(100_000) }),
  ),
  "drafts.exclude": call<CheckState>()(
    z.strictObject({
      draftId: id,
      indexes: z.array(z.int().min(0)).min(1).max(1000).readonly(),
      excluded: z.boolean(),
    }),
  ),
  /** The kinds of problems that show, errors first, the most frequent first. */
  "drafts.problemKinds": call<readonly ProblemKind[]>()(z.strictObject({ draftId: id })),
  /** Mends one problem in all rows that have it; answers how many rows have changed. */
  "drafts.applyToAll": call<{ readonly changed: number; readonly check: CheckState }>()(
    z.strictObject({
      draftId: id,
      code: z.string().regex(/^[a-z-]{1,60}$/),
      /** null: a problem of the row as a whole, which can only be left out. */
      field: field.nullable(),
      how: z.discriminatedUnion("kind", [
        /** In rows whose cell holds just this value. */
        z.strictObject({
          kind: z.literal("replace"),
          from: z.string().max(100_000),
          to: z.string().max(100_000),
        }),
        z.strictObject({ kind: z.literal("empty") }),
        z.strictObject({ kind: z.literal("exclude") }),
      ]),
    }),
  ),
  /** What the review of this list can take back and do again; null where nothing. */
  "drafts.undoState": call<UndoState>()(z.strictObject({ draftId: id })),
  "drafts.undo": call<UndoState>()(z.strictObject({ draftId: id })),
  "drafts.redo": call<UndoState>()(z.strictObject({ draftId: id })),
  "drafts.exportInvalid": call<SavedFile>()(z.strictObject({ draftId: id })),
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
    }),
  ),

  /** Mappings that are applied by themselves to lists with the same headers. */
  "mappings.list": call<readonly RememberedMapping[]>()(nothing),
  "mappings.rename": call<RememberedMapping>()(z.strictObject({ id, name: mappingName })),
  "mappings.remove": call<null>()(z.strictObject({ id })),
  "mappings.export": call<SavedFile>()(z.strictObject({ id })),
  "mappings.import": call<RememberedMapping>()(
    z.strictObject({ fileId: z.string().min(1).max(100), connectionId: id.nullable() }),
  ),

  "queue.summary": call<QueueSummary>()(nothing),
  "queue.list": call<Page<QueuedBatch>>()(z.strictObject(page)),
  "queue.sendNow": call<QueueSummary>()(nothing),
  "queue.pause": call<QueueSummary>()(
    z.strictObject({ importId: id.exactOptional(), connectionId: id.exactOptional() }),
  ),
  "queue.resume": call<QueueSummary>()(
    z.strictObject({ importId: id.exactOptional(), connectionId: id.exactOptional() }),
  ),
  "queue.cancelBatch": call<QueueSummary>()(z.strictObject({ batchId: id })),
  "queue.cancelImport": call<QueueSummary>()(z.strictObject({ importId: id })),
  "queue.resolve": call<QueueSummary>()(
    z.strictObject({ batchId: id, as: z.enum(["sent", "resend"]) }),
  ),

  "history.list": call<Page<ImportSummary>>()(
    z.strictObject({
      search: z.string().max(200).exactOptional(),
      state: importState.exactOptional(),
      connectionId: id.exactOptional(),
      ...period,
      /** Imports that sent this customer: an exact code, card number or e-mail. */
      customer: customer.exactOptional(),
      ...page,
    }),
  ),
  /** Imports over time; without a unit, the one that fits how long there have been imports. */
  "history.chart": call<HistoryChart>()(
    z.strictObject({
      unit: z.enum(["day", "week", "month"]).exactOptional(),
      connectionId: id.exactOptional(),
    }),
  ),
  /** One customer in all imports, found by an exact code, card number or e-mail. */
  "history.customer": call<CustomerStory>()(
    z.strictObject({
      customer,
      /** Of this connection's account only; of all accounts where absent. */
      connectionId: id.exactOptional(),
      offset: page.offset,
      limit: z.int().min(1).max(100),
    }),
  ),
  /** Without `confirm`: only counts. */
  "history.forget": call<ForgetResult>()(
    z.strictObject({
      customer,
      connectionId: id.exactOptional(),
      confirm: z.boolean(),
      /** Rows that wait to be sent too. */
      includeQueue: z.boolean(),
    }),
  ),
  "history.compare": call<ImportComparison>()(z.strictObject({ importId: id, beforeId: id })),
  "history.comparedRows": call<Page<ComparedRow>>()(
    z.strictObject({
      importId: id,
      beforeId: id,
      change: z.enum(["added", "removed", "changed"]),
      ...page,
    }),
  ),
  /** Anything that the history lists: imports found, a customer's story, compared rows. */
  "history.exportList": call<SavedFile>()(
    z.strictObject({
      format: z.enum(["xlsx", "csv"]),
      list: z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("imports"),
          search: z.string().max(200).exactOptional(),
          state: importState.exactOptional(),
          connectionId: id.exactOptional(),
          ...period,
          customer: customer.exactOptional(),
        }),
        z.strictObject({
          kind: z.literal("customer"),
          customer,
          connectionId: id.exactOptional(),
        }),
        z.strictObject({
          kind: z.literal("compared"),
          importId: id,
          beforeId: id,
          change: z.enum(["added", "removed", "changed"]),
        }),
      ]),
    }),
  ),
  "history.get": call<ImportDetail>()(z.strictObject({ importId: id })),
  "history.batch": call<BatchDetail>()(z.strictObject({ batchId: id })),
  "history.problems": call<Page<Problem>>()(z.strictObject({ importId: id, ...page })),
  /** A draft of another list with this import's mapping and options. */
  "history.importAgain": call<Draft>()(
    z.strictObject({ importId: id, fileId: z.string().min(1).max(100) }),
  ),
  "history.export": call<SavedFile>()(
    z.strictObject({
      importId: id,
      what: z.enum(["all", "invalid", "rejected", "generated"]),
      format: z.enum(["xlsx", "csv"]),
    }),
  ),
  "undo.plan": call<UndoPlan>()(z.strictObject({ importId: id })),
  /** Undo states to be undone in the admin pages, newest first. */
  "undo.steps": call<Page<UndoStep>>()(z.strictObject({ importId: id, ...page })),
  /** Marks one undo state, or all of the import, as undone in the admin pages; or not. */
  "undo.markDone": call<null>()(
    z.strictObject({
      importId: id,
      step: z.strictObject({ batchId: id, arrival: id }).nullable(),
      done: z.boolean(),
    }),
  ),
  /** Cancels what is not sent and prepares drafts that put earlier values back. */
  "undo.start": call<UndoStarted>()(z.strictObject({ importId: id })),
  "undo.export": call<SavedFile>()(
    z.strictObject({ importId: id, format: z.enum(["xlsx", "csv"]) }),
  ),
  /** Changes of local data: mappings, connections, queue, edited cells. */
  "undo.state": call<UndoState>()(nothing),
  "undo.undo": call<UndoState>()(nothing),
  "undo.redo": call<UndoState>()(nothing),

  /** The whole data folder in one file, taken while the program runs. */
  "backup.create": call<SavedFile>()(
    z.strictObject({
      /** Opens the backup on another computer; null: on this one only. */
      passphrase: z.string().min(8).max(200).nullable(),
    }),
  ),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]["input"]>;
export type CallResult<N extends CallName> = NonNullable<(typeof calls)[N]["result"]>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
