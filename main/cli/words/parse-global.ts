import { COMMANDS, HELP } from "./commands.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";
import { wrongValue } from "./parse.ts";

export interface GlobalOptions {
  readonly dataDir: string | null;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The first word that is no option, or null. */
  readonly command: string | null;
  /** Everything else, in order. */
  readonly rest: readonly string[];
}

/** Options that take no value, with one: `--json=yes`. */
const FLAG_WITH_VALUE = /^(--(?:json|help|version|quiet|verbose))=/;

/** Takes the global options out; they may stand before and after the command. */
export function parseGlobal(args: readonly string[]): GlobalOptions {
  let dataDir: string | null = null;
  let json = false;
  let help = false;
  let version = false;
  let quiet = false;
  let verbose = false;
  let command: string | null = null;
  const rest: string[] = [];
  for (let n = 0; n < args.length; n += 1) {
    const arg = args[n] ?? "";
    if (arg === "--") {
      rest.push(...args.slice(n));
      break;
    }
    const flag = FLAG_WITH_VALUE.exec(arg)?.[1];
    if (flag !== undefined) throw wrongValue(flag);
    if (arg === "--json") json = true;
    else if (arg === "--help" || arg === "-h") help = true;
    else if (arg === "--version" || arg === "-V") version = true;
    else if (arg === "--quiet") quiet = true;
    else if (arg === "--verbose") verbose = true;
    else if (arg === "--data-dir") {
      n += 1;
      dataDir = needed(args[n]);
    } else if (arg.startsWith("--data-dir=")) dataDir = needed(arg.slice("--data-dir=".length));
    else if (command === null && !arg.startsWith("-") && !isValueBefore(args, n)) command = arg;
    else rest.push(arg);
  }
  return { dataDir, json, help, version, quiet, verbose, command, rest };
}

/**
 * Whether a word that is no command stands behind an option and before a command: it is the option's
 * value then, as in `--profile Shops import list.csv`.
 */
function isValueBefore(args: readonly string[], at: number): boolean {
  const option = args[at - 1] ?? "";
  const isValue = /^--[^=]+$/.test(option) && !Object.hasOwn(GLOBAL_OPTIONS, option.slice(2));
  return isValue && !isCommand(args[at]) && args.slice(at + 1).some(isCommand);
}

function isCommand(word = ""): boolean {
  return word === HELP || Object.hasOwn(COMMANDS, word);
}

function needed(value: string | undefined): string {
  if (value === undefined || value.trim() === "" || value.startsWith("--")) {
    throw wrongValue("--data-dir");
  }
  return value;
}
