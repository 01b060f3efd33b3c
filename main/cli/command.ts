import type { Host } from "../common/host/host.ts";
import type { ExitStatus } from "./outcome/exit.ts";
import type { CliIo } from "./terminal/io.ts";

/** What every command is given. */
export interface CliContext {
  readonly io: CliIo;
  /** Absolute. */
  readonly dataDir: string;
  readonly json: boolean;
  /** Nothing is said but errors and what was asked for. */
  readonly quiet: boolean;
  /** What is worth knowing beside the result; one line on standard error, none where quiet. */
  note(line: string): void;
  /** A step that was done; one line on standard error where --verbose was given. */
  step(line: () => string): void;
  /** All there are, by their words. */
  readonly commands: Commands;
  /** Made late: commands that only read a file need no data folder. */
  readonly createHost: (dataDir: string) => Promise<Host>;
}

/** An option of a command: for `util.parseArgs`, for `--help` and for completion. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** What stands for its value in `--help`: "NAME", "update|yes|ignore". */
  readonly value?: string;
  /** The key of its text in cli.json under `options`, where that is not its name. */
  readonly text?: string;
}

/** By name, without the two hyphens. */
export type Options = Readonly<Record<string, Option>>;

export interface Command {
  /** The words after the program's name, one way of calling it a line. */
  readonly usage: readonly string[];
  /** The words that may stand behind the command's own. */
  readonly actions?: readonly string[];
  /** All options that it takes, whatever the action. */
  readonly options: Options;
  run(context: CliContext, args: readonly string[]): Promise<ExitStatus>;
}

/** Loaded when called: a command does not wait for what others need. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly command: Command }>>>;
