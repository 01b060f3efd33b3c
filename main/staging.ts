import { serveJobs } from "./drafts/worker.ts";
import { openParentPort } from "./hosts/parent-port.ts";

/** Entry of the process that reads, checks and queues lists, so that the window never waits. */
serveJobs(openParentPort());
