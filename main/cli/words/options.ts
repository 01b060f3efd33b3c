import { DUPLICATES, OUTPUT_FORMATS } from "../../../preload/choices.ts";
import { campaignId } from "../../../preload/contract/shapes.ts";
import type {
  Connection,
  ImportOptions,
  ListColumn,
  Mapping,
  Notice,
  OutputFormat,
} from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { blocking, checkSetup } from "../../pipeline/validation/setup.ts";
import { parseChoice, parseNumber } from "./parse.ts";

/** The words of `import` that decide how rows are sent. */
export interface OptionWords {
  readonly campaign?: readonly string[];
  readonly duplicates?: string;
  readonly "confirm-overwrite"?: boolean;
  readonly "generate-card-numbers"?: string;
  readonly "no-undo"?: boolean;
  readonly "batch-rows"?: string;
  readonly output?: string;
  readonly "only-changed"?: boolean;
  readonly repeats?: string;
  readonly "repeats-email"?: string;
  readonly "repeats-phone"?: string;
}

export interface ChosenOptions {
  readonly options: ImportOptions;
  readonly output: OutputFormat;
  readonly batchRows: number;
}

/**
 * The options of an import: the words given, else the connection's defaults. "yes" is never taken
 * from a default without the confirmation either: it empties fields.
 * @throws AppError usage-*
 */
export function chooseOptions(words: OptionWords, connection: Connection): ChosenOptions {
  const { settings } = connection;
  const duplicates =
    words.duplicates === undefined
      ? settings.duplicates
      : parseChoice(words.duplicates, "--duplicates", DUPLICATES);
  if (duplicates === "yes" && words["confirm-overwrite"] !== true) {
    throw new AppError("usage-confirm-overwrite");
  }
  const digits = words["generate-card-numbers"];
  const batchRows = words["batch-rows"];
  return {
    options: {
      connectionId: connection.id,
      campaigns: chooseCampaigns(words.campaign ?? [], connection),
      duplicates,
      generateCardNumbers:
        digits === undefined
          ? null
          : parseNumber(digits, "--generate-card-numbers", { min: 4, max: 32 }),
      keepUndoState: words["no-undo"] === true ? false : settings.keepUndoState,
      repeatedRows: repeatsOf(words, "repeats") ?? "keep-all",
      ...repeatedContacts(words),
      ...(words["only-changed"] === true ? { onlyChanged: true } : {}),
    },
    output:
      words.output === undefined
        ? settings.output
        : parseChoice(words.output, "--output", OUTPUT_FORMATS),
    batchRows:
      batchRows === undefined
        ? settings.batchRows
        : parseNumber(batchRows, "--batch-rows", { min: 1, max: 10_000 }),
  };
}

const REPEATS = { "keep-all": "keep-all", first: "keep-first", last: "keep-last" } as const;

type RepeatsWord = "repeats" | "repeats-email" | "repeats-phone";

function repeatsOf(words: OptionWords, option: RepeatsWord) {
  const word = words[option];
  if (word === undefined) return undefined;
  return REPEATS[parseChoice(word, `--${option}`, ["keep-all", "first", "last"] as const)];
}

function repeatedContacts(
  words: OptionWords,
): Pick<ImportOptions, "repeatedEmail" | "repeatedPhone"> {
  const repeatedEmail = repeatsOf(words, "repeats-email");
  const repeatedPhone = repeatsOf(words, "repeats-phone");
  return {
    ...(repeatedEmail === undefined ? {} : { repeatedEmail }),
    ...(repeatedPhone === undefined ? {} : { repeatedPhone }),
  };
}

function chooseCampaigns(words: readonly string[], connection: Connection): readonly string[] {
  const chosen = words.length > 0 ? words : connection.settings.campaigns;
  if (chosen.length === 0) {
    throw new AppError("usage-campaign-missing", { params: { name: connection.name } });
  }
  return chosen.map((word) => {
    const checked = campaignId.safeParse(word);
    if (!checked.success) throw new AppError("usage-campaign", { params: { campaign: word } });
    return checked.data;
  });
}

/** Decided by the whole list, not by its first rows: the reading of all rows tells these. */
const JUDGED_LATER: ReadonlySet<string> = new Set(["date-format-undecided", "date-format-mixed"]);

/**
 * What the first look at a list and the options say against sending.
 * @throws AppError usage-setup where the words are at fault, list-setup where the list is
 */
export function requireSetup(
  mapping: Mapping,
  options: ImportOptions,
  columns: readonly ListColumn[],
  isMappedByHand: boolean,
): void {
  const steps = blocking(checkSetup(mapping, options, columns));
  const errors = [...steps.file, ...steps.columns, ...steps.options].filter(
    (each) => !JUDGED_LATER.has(each.code),
  );
  const [first] = errors;
  if (first === undefined) return;
  const params = { reason: sentenceOf(first) };
  throw new AppError(isMappedByHand || isOption(first) ? "usage-setup" : "list-setup", { params });
}

function isOption(problem: Notice): boolean {
  return problem.code === "campaign-twice" || problem.code === "no-campaign";
}

function sentenceOf(problem: Notice): string {
  return problem.field === null ? problem.message : `${problem.field}: ${problem.message}`;
}
