import { keepCompiled } from "./hosts/keep-compiled.ts";

keepCompiled();
const [{ serveJobs }, { openParentPort }, { startReadersBy }] = await Promise.all([
  import("./drafts/worker.ts"),
  import("./hosts/parent-port.ts"),
  import("./sources/sheetjs-fork.ts"),
]);

/** Entry of the process that reads, checks and queues lists, so that the window never waits. */
const port = openParentPort();
const { fork } = port;
if (fork !== null) startReadersBy((options) => fork("sheetjs-process", options));
serveJobs(port);
