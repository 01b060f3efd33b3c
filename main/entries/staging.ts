import { keepCompiled } from "../hosts/node/keep-compiled.ts";

keepCompiled();
const [{ serveJobs }, { openParentPort }, { startReadersBy }] = await Promise.all([
  import("../app/jobs/worker.ts"),
  import("../common/host/parent-port.ts"),
  import("../pipeline/sources/sheetjs/sheetjs-fork.ts"),
]);

/** Entry of the process that reads, checks and queues lists, so that the window never waits. */
const port = openParentPort();
const { fork } = port;
if (fork !== null) startReadersBy((options) => fork("sheetjs-process", options));
serveJobs(port);
