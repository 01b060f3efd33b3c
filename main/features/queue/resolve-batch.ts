import type { CallInput } from "../../../preload/contract.ts";
import type { QueueSummary } from "../../../preload/types.ts";
import type { JobRunner } from "../../records/jobs.ts";
import type { QueueJobs } from "./jobs.ts";
import type { Queue } from "./queue.ts";

/**
 * A person's decision about a batch. Corrected rows are made into requests anew, which takes
 * longer than the window may wait: a process of its own does it.
 * @throws AppError as `Queue.resolve`; "twice-not-confirmed"
 */
export async function resolveBatch(
  {
    queue,
    jobs,
    changeQueue,
  }: {
    readonly queue: Queue;
    readonly jobs: JobRunner<QueueJobs>;
    changeQueue(change: () => void): QueueSummary;
  },
  { batchId, as, confirmSum }: CallInput<"queue.resolve">,
): Promise<QueueSummary> {
  if (as === "resend") queue.requireTwiceConfirmed(batchId, confirmSum);
  if (as === "resend" && queue.isCorrected(batchId)) {
    await jobs.run("send-corrected", { batchId });
    return changeQueue(() => undefined);
  }
  return changeQueue(() => queue.resolve(batchId, as));
}
