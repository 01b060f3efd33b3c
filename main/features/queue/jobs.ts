import type { JobWork } from "../../records/jobs.ts";
import { createQueue } from "./queue.ts";

/** What a process of its own does for the queue. */
export interface QueueJobs {
  /** Sends a corrected batch again. */
  readonly "send-corrected": {
    readonly input: { readonly batchId: number };
    readonly result: null;
  };
}

export const queueJobs: JobWork<QueueJobs> = {
  "send-corrected"(db, vault, { batchId }) {
    createQueue(db, vault).resolve(batchId, "resend");
    return null;
  },
};
