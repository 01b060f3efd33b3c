import { keepCompiled } from "../hosts/node/keep-compiled.ts";

keepCompiled();
const [{ serveLooks }, { openParentPort }, { startReadersBy }] = await Promise.all([
  import("../pipeline/looks/serve-looks.ts"),
  import("../common/host/parent-port.ts"),
  import("../pipeline/sources/sheetjs/sheetjs-fork.ts"),
  // The first list finds its reader there.
  import("../pipeline/sources/opening/open-workbook.ts"),
  import("../pipeline/sources/opening/open-text.ts"),
]);

/** Entry of the process that takes the first look at lists. */
const port = openParentPort();
const { fork } = port;
if (fork !== null) startReadersBy((options) => fork("sheetjs-process", options));
serveLooks(port);
