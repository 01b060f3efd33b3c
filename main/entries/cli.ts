import type { Host } from "../common/host/host.ts";
import { keepCompiled } from "../hosts/node/keep-compiled.ts";
import { endAhead, startAhead } from "../pipeline/staging/thread/thread-ahead.ts";

keepCompiled();
const args = process.argv.slice(2);
if (args.includes("import")) startAhead(args);
const [{ createProcessIo, endProcess }, { runCli }] = await Promise.all([
  import("../cli/terminal/io.ts"),
  import("../cli/run.ts"),
]);

/** Loaded once a command opens a data folder. */
async function createHost(dataDir: string): Promise<Host> {
  return await (await import("../hosts/node/cli-host.ts")).createCliHost(dataDir);
}

/** The command line's entry: `npm run -s cli -- COMMAND ...` */
const status = await runCli(args, createProcessIo(), createHost);
await endAhead();
await endProcess(status);
