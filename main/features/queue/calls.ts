import type { QueueSummary } from "../../../preload/types.ts";
import type { HandlersFor } from "../../common/calls.ts";
import type { JobRunner } from "../../records/jobs.ts";
import type { Correcting } from "./corrections/correcting.ts";
import type { QueueJobs } from "./jobs.ts";
import type { Queue } from "./queue.ts";
import { resolveBatch } from "./resolve-batch.ts";

interface QueueParts {
  readonly queue: Queue;
  readonly correcting: Correcting;
  readonly jobs: JobRunner<QueueJobs>;
  readonly sender: { sendNow(): void };
  /** Does a person's change of the queue, wakes the sender, answers the queue as it is then. */
  changeQueue(change: () => void): QueueSummary;
}

/** The calls about what waits to be sent, and about the rows of its batches. */
export function queueCalls(parts: QueueParts): HandlersFor<"queue" | "batches"> {
  const { queue, correcting, sender, changeQueue } = parts;
  return {
    "queue.summary": () => queue.summary(),
    "queue.list": (page) => queue.list(page),
    "queue.last": () => queue.last(),
    "queue.sendNow": () => {
      sender.sendNow();
      return queue.summary();
    },
    "queue.pause": (scope) => changeQueue(() => queue.pause(scope)),
    "queue.resume": (scope) => changeQueue(() => queue.resume(scope)),
    "queue.cancelBatch": ({ batchId }) => changeQueue(() => queue.cancelBatch(batchId)),
    "queue.cancelImport": ({ importId }) => changeQueue(() => queue.cancelImport(importId)),
    "queue.resolve": (input) => resolveBatch(parts, input),
    "batches.resending": ({ batchId }) => queue.resending(batchId),
    "batches.rows": (input) => correcting.rows(input),
    "batches.correctCell": (input) => correcting.correctCell(input),
    "batches.setCampaigns": ({ batchId, campaigns }) => {
      correcting.chooseCampaigns(batchId, campaigns);
      return null;
    },
    "batches.leaveOut": (input) => correcting.leaveOut(input),
  };
}
