import { createProcessIo, endProcess } from "./cli/io.ts";
import { runCli } from "./cli/run.ts";
import { createCliHost } from "./hosts/cli-host.ts";

/** The command line's entry: `npm run -s cli -- COMMAND ...` */
await endProcess(await runCli(process.argv.slice(2), createProcessIo(), createCliHost));
