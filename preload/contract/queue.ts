import { z } from "zod";
import type { Page, QueuedBatch, QueueSummary } from "../types.ts";
import { call, id, nothing, page } from "./shapes.ts";

export const queueCalls = {
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
} as const;
