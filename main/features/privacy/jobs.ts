import type { ForgetResult } from "../../../preload/types.ts";
import type { JobWork } from "../../records/jobs.ts";
import type { ForgetRequest } from "./forget/forget-customer.ts";
import { forget } from "./forget.ts";

/** What a process of its own does for the customers' privacy. */
export interface PrivacyJobs {
  readonly "history-forget": { readonly input: ForgetRequest; readonly result: ForgetResult };
}

export const privacyJobs: JobWork<PrivacyJobs> = { "history-forget": forget };
