import { type ParseArgsConfig, parseArgs } from "node:util";
import { AppError } from "../../common/errors.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";
import { nearest } from "./nearest.ts";

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
    if (arg === "--json") json = true;
    else if (arg === "--help" || arg === "-h") help = true;
    else if (arg === "--version" || arg === "-V") version = true;
    else if (arg === "--quiet") quiet = true;
    else if (arg === "--verbose") verbose = true;
    else if (arg === "--data-dir") {
      n += 1;
      dataDir = needed(args[n]);
    } else if (arg.startsWith("--data-dir=")) dataDir = needed(arg.slice("--data-dir=".length));
    else if (command === null && !arg.startsWith("-")) command = arg;
    else rest.push(arg);
  }
  return { dataDir, json, help, version, quiet, verbose, command, rest };
}

function needed(value: string | undefined): string {
  if (value === undefined || value.trim() === "" || value.startsWith("--")) {
    throw new AppError("usage-value-missing", { params: { option: "--data-dir" } });
  }
  return value;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * A command's own options and words.
 * @throws AppError usage-* with what is wrong
 */
export function parseCommand<O extends Options>(
  args: readonly string[],
  options: O,
  words: { readonly names: readonly string[]; readonly optional?: number },
) {
  try {
    const parsed = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    const { names, optional = 0 } = words;
    const missing = names[parsed.positionals.length];
    if (parsed.positionals.length < names.length - optional && missing !== undefined) {
      throw new AppError("usage-word-missing", { params: { word: missing } });
    }
    const extra = parsed.positionals[names.length];
    if (extra !== undefined) throw new AppError("usage-word-extra", { params: { word: extra } });
    return parsed;
  } catch (error) {
    throw usageError(error, Object.keys(options));
  }
}

function usageError(error: unknown, known: readonly string[]): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (!(error instanceof TypeError) || typeof code !== "string") return error;
  const option = /'(-[^'\s]*)/.exec(error.message)?.[1] ?? "";
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return unknownOption(option, known);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return new AppError("usage-value-missing", { params: { option: longName(error.message) } });
    default:
      return error;
  }
}

function unknownOption(option: string, known: readonly string[]): AppError {
  const all = [...known, ...Object.keys(GLOBAL_OPTIONS)].map((name) => `--${name}`);
  const near = nearest(option, all);
  return near === null
    ? new AppError("usage-option-unknown", { params: { option } })
    : new AppError("usage-option-unknown", { params: { option, near, context: "near" } });
}

/** Node's sentence names an option as `'-x, --long <value>'` or `'--long <value>'`. */
function longName(message: string): string {
  return /--[a-z-]+/.exec(message)?.[0] ?? "";
}

/** @throws AppError "usage-number" */
export function parseNumber(
  text: string,
  option: string,
  range: { readonly min: number; readonly max: number },
): number {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= range.min && value <= range.max)) {
    throw new AppError("usage-number", { params: { option, ...range } });
  }
  return value;
}

/** The number by which a list names an import or a batch. */
export function parseId(text: string, what: string): number {
  return parseNumber(text, what, { min: 1, max: 999_999_999_999 });
}

/** @throws AppError "usage-choice" */
export function parseChoice<T extends string>(
  text: string,
  option: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    const params = { option, choices: choices.join(", ") };
    const near = nearest(text, choices);
    throw near === null
      ? new AppError("usage-choice", { params })
      : new AppError("usage-choice", { params: { ...params, near, context: "near" } });
  }
  return found;
}
