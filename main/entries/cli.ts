import { keepCompiled } from "../hosts/node/keep-compiled.ts";

keepCompiled();
const [{ createProcessIo, endProcess }, { runCli }, { createCliHost }] = await Promise.all([
  import("../cli/terminal/io.ts"),
  import("../cli/run.ts"),
  import("../hosts/node/cli-host.ts"),
]);

/** The command line's entry: `npm run -s cli -- COMMAND ...` */
await endProcess(await runCli(process.argv.slice(2), createProcessIo(), createCliHost));
