import { z } from "zod";
import { ROW_FILTERS } from "../choices.ts";
import type {
  CorrectedRows,
  ImportSummary,
  Page,
  QueuedBatch,
  QueueSummary,
  Resending,
  ReviewCounts,
  StagedRow,
} from "../types.ts";
import { call, campaignId, field, id, nothing, page } from "./shapes.ts";

export const queueCalls = {
  "queue.summary": call<QueueSummary>()(nothing),
  "queue.list": call<Page<QueuedBatch>>()(z.strictObject(page)),
  /** What went out last, for a queue in which nothing waits; null where nothing ever did. */
  "queue.last": call<ImportSummary | null>()(nothing),
  "queue.sendNow": call<QueueSummary>()(nothing),
  "queue.pause": call<QueueSummary>()(
    z.strictObject({ importId: id.exactOptional(), connectionId: id.exactOptional() }),
  ),
  "queue.resume": call<QueueSummary>()(
    z.strictObject({ importId: id.exactOptional(), connectionId: id.exactOptional() }),
  ),
  "queue.cancelBatch": call<QueueSummary>()(z.strictObject({ batchId: id })),
  "queue.cancelImport": call<QueueSummary>()(z.strictObject({ importId: id })),
  /** For a rejected or set-aside batch "resend" sends its rows as corrected. */
  "queue.resolve": call<QueueSummary>()(
    z.strictObject({
      batchId: id,
      as: z.enum(["sent", "resend"]),
      /** The sum of `batches.resending` that the user has confirmed; refused where another holds. */
      confirmSum: z.string().max(40).exactOptional(),
    }),
  ),
  /** What sending a batch again would do that a person has to know first. */
  "batches.resending": call<Resending>()(z.strictObject({ batchId: id })),
  /** The rows of a rejected or set-aside batch as they would go again. */
  "batches.rows": call<CorrectedRows>()(
    z.strictObject({
      batchId: id,
      filter: z.enum(ROW_FILTERS),
      ...page,
    }),
  ),
  "batches.correctCell": call<{ readonly row: StagedRow; readonly counts: ReviewCounts }>()(
    z.strictObject({ batchId: id, index: z.int().min(0), field, value: z.string().max(100_000) }),
  ),
  /** Other campaigns for a rejected batch, and for what of its import has not gone out either. */
  "batches.setCampaigns": call<null>()(
    z.strictObject({ batchId: id, campaigns: z.array(campaignId).min(1).max(100).readonly() }),
  ),
  "batches.leaveOut": call<ReviewCounts>()(
    z.strictObject({
      batchId: id,
      indexes: z.array(z.int().min(0)).min(1).max(10_000).readonly(),
      leftOut: z.boolean(),
    }),
  ),
} as const;
