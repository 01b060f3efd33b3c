import { z } from "zod";
import { CHANGES_SHOWN, IMPORT_ROW_FILTERS, TABLE_FORMATS } from "../choices.ts";
import type {
  BatchDetail,
  ComparedRow,
  CustomerStory,
  Draft,
  ForgetResult,
  FoundCustomers,
  GeneratedRow,
  HistoryChart,
  ImportComparison,
  ImportDetail,
  ImportRows,
  ImportSummary,
  Page,
  Problem,
  SavedFile,
} from "../types.ts";
import { call, customer, id, importState, page, period } from "./shapes.ts";

export const historyCalls = {
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
  /** Whom a search may mean: by an exact code, card number, e-mail or phone. */
  "history.findCustomers": call<FoundCustomers>()(
    z.strictObject({ text: customer, connectionId: id.exactOptional() }),
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
      change: z.enum(CHANGES_SHOWN),
      ...page,
    }),
  ),
  /** Anything that the history lists: imports found, a customer's story, compared rows. */
  "history.exportList": call<SavedFile>()(
    z.strictObject({
      format: z.enum(TABLE_FORMATS),
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
          change: z.enum(CHANGES_SHOWN),
        }),
      ]),
    }),
  ),
  "history.get": call<ImportDetail>()(z.strictObject({ importId: id })),
  "history.batch": call<BatchDetail>()(z.strictObject({ batchId: id })),
  /** What the platform made up for customers of the import, in list order. */
  "history.generated": call<Page<GeneratedRow>>()(z.strictObject({ importId: id, ...page })),
  "history.problems": call<Page<Problem>>()(z.strictObject({ importId: id, ...page })),
  /** The rows of the list with what became of each: those sent in order of sending, then the others. */
  "history.rows": call<ImportRows>()(
    z.strictObject({ importId: id, filter: z.enum(IMPORT_ROW_FILTERS), ...page }),
  ),
  /** A draft of another list with this import's mapping and options. */
  "history.importAgain": call<Draft>()(
    z.strictObject({ importId: id, fileId: z.string().min(1).max(100) }),
  ),
  "history.export": call<SavedFile>()(
    z.strictObject({
      importId: id,
      what: z.enum(["all", "invalid", "left-out", "rejected", "generated"]),
      format: z.enum(TABLE_FORMATS),
    }),
  ),
} as const;
