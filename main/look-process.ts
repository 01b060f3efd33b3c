import { keepCompiled } from "./hosts/keep-compiled.ts";

keepCompiled();
const [{ serveLooks }, { openParentPort }, { startReadersBy }] = await Promise.all([
  import("./looks/serve-looks.ts"),
  import("./hosts/parent-port.ts"),
  import("./sources/sheetjs-fork.ts"),
  // The first list finds its reader there.
  import("./sources/open-by-content.ts"),
  import("./sources/open-text.ts"),
]);

/** Entry of the process that takes the first look at lists. */
const port = openParentPort();
const { fork } = port;
if (fork !== null) startReadersBy((options) => fork("sheetjs-process", options));
serveLooks(port);
