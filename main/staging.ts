import { serveJobs } from "./drafts/worker.ts";
import { openParentPort } from "./hosts/parent-port.ts";
import { startReadersBy } from "./sources/sheetjs-fork.ts";

/** Entry of the process that reads, checks and queues lists, so that the window never waits. */
const port = openParentPort();
const { fork } = port;
if (fork !== null) startReadersBy((options) => fork("sheetjs-process", options));
serveJobs(port);
