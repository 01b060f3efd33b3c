import type { Host } from "../common/host/host.ts";
import type { ExitStatus } from "./outcome/exit.ts";
import type { CliIo } from "./terminal/io.ts";

/** What every command is given. */
export interface CliContext {
  readonly io: CliIo;
  /** Absolute. */
  readonly dataDir: string;
  readonly json: boolean;
  /** Made late: commands that only read a file need no data folder. */
  readonly createHost: (dataDir: string) => Promise<Host>;
}

export interface Command {
  /** The words after the program's name, one way of calling it a line. */
  readonly usage: readonly string[];
  /** What it does and its options, for `--help`. */
  readonly help: string;
  run(context: CliContext, args: readonly string[]): Promise<ExitStatus>;
}
