import { type ParseArgsConfig, parseArgs } from "node:util";
import { AppError } from "../../common/errors.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";
import { nearest } from "./nearest.ts";

/** For an option that has no value where it needs one, or one where it takes none. */
export function wrongValue(option: string): AppError {
  return new AppError("usage-value-missing", { params: { option } });
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options whose empty value means something: everything is found. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["search"]);

/**
 * A command's own options and words. A value that is empty, as where a script's variable is not set,
 * is never taken for an option that is not given.
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
    const empty = parsed.positionals.findIndex((word) => word.trim() === "");
    const missing = names[empty === -1 ? parsed.positionals.length : empty];
    const isMissing = empty !== -1 || parsed.positionals.length < names.length - optional;
    if (isMissing && missing !== undefined) {
      throw new AppError("usage-word-missing", { params: { word: missing } });
    }
    requireValues(parsed.values);
    const extra = parsed.positionals[names.length];
    if (extra !== undefined) throw new AppError("usage-word-extra", { params: { word: extra } });
    return parsed;
  } catch (error) {
    throw usageError(error, Object.keys(options));
  }
}

function requireValues(values: Readonly<Record<string, unknown>>): void {
  for (const [option, value] of Object.entries(values)) {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isEmpty = texts.some((text) => typeof text === "string" && text.trim() === "");
    if (isEmpty && !MAY_BE_EMPTY.has(option)) throw wrongValue(`--${option}`);
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
      return wrongValue(longName(error.message));
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

/** @throws AppError "usage-together" */
export function refuseTogether<K extends string>(
  values: Readonly<Partial<Record<K, unknown>>>,
  one: K,
  other: K,
): void {
  if (values[one] === undefined || values[other] === undefined) return;
  throw new AppError("usage-together", { params: { one: `--${one}`, other: `--${other}` } });
}
