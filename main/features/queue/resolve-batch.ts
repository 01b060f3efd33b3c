import type { CallInput } from "../../../preload/contract.ts";
import type { QueueSummary } from "../../../preload/types.ts";
import type { Services } from "../../app/services.ts";

/**
 * A person's decision about a batch. Corrected rows are made into requests anew, which takes
 * longer than the window may wait: a process of its own does it.
 * @throws AppError as `Queue.resolve`
 */
export async function resolveBatch(
  { queue, inProcess, changeQueue }: Services,
  { batchId, as }: CallInput<"queue.resolve">,
): Promise<QueueSummary> {
  if (as === "resend" && queue.isMended(batchId)) {
    await inProcess("send-mended", { batchId });
    return changeQueue(() => undefined);
  }
  return changeQueue(() => queue.resolve(batchId, as));
}
