import { basename } from "node:path";
import { AppError } from "../../common/errors.ts";
import { isZone } from "../../pipeline/mapping/dates/zones.ts";
import type { Options } from "../command.ts";
import { parseCommand, parseNumber } from "./parse.ts";
import { PASSWORD_OPTIONS, refusePasswordTwice } from "./read-password.ts";
import { TEXT_OPTIONS, textChoice } from "./text-words.ts";

export const IMPORT_OPTIONS = {
  profile: { type: "string", value: "NAME" },
  job: { type: "string", value: "FILE" },
  sheet: { type: "string", value: "NAME" },
  "header-row": { type: "string", value: "N" },
  ...TEXT_OPTIONS,
  mapping: { type: "string", value: "FILE|NAME" },
  map: { type: "string", multiple: true, value: '"HEADER=FIELD"' },
  "date-format": { type: "string", multiple: true, value: '"FIELD=DD/MM/YYYY"' },
  where: { type: "string", multiple: true, value: '"COLUMN is VALUE"' },
  "swap-dates": { type: "boolean" },
  "date-zone": { type: "string", value: "ZONE" },
  "keep-dates": { type: "boolean" },
  "amount-format": { type: "string", value: "comma|point" },
  campaign: { type: "string", multiple: true, value: "ID" },
  duplicates: { type: "string", value: "update|yes|ignore" },
  "confirm-overwrite": { type: "boolean" },
  repeats: { type: "string", value: "keep-all|first|last" },
  "repeats-email": { type: "string", value: "keep-all|first|last" },
  "repeats-phone": { type: "string", value: "keep-all|first|last" },
  "generate-card-numbers": { type: "string", value: "DIGITS" },
  "no-undo": { type: "boolean" },
  "batch-rows": { type: "string", value: "N" },
  output: { type: "string", value: "json|xml|jsonp" },
  "skip-invalid": { type: "boolean" },
  "keep-rows": { type: "boolean" },
  "only-changed": { type: "boolean" },
  "queue-only": { type: "boolean" },
  "dry-run": { type: "boolean" },
  ...PASSWORD_OPTIONS,
} as const satisfies Options;

const MAX_ROW = 1_048_576;

/** As many as the window lets be set. */
const MAX_CONDITIONS = 20;

/** The words of an `import` command. @throws AppError usage-* */
export function parseImport(args: readonly string[]) {
  const { values, positionals } = parseCommand(args, IMPORT_OPTIONS, {
    names: ["FILE"],
    optional: 1,
  });
  const [path] = positionals;
  if (path === undefined) {
    throw values.job === undefined
      ? new AppError("usage-word-missing", { params: { word: "FILE" } })
      : new AppError("usage-file-missing");
  }
  const { profile, sheet } = values;
  if (profile === undefined) {
    throw new AppError("usage-option-missing", { params: { option: "--profile" } });
  }
  const row = values["header-row"];
  const zone = values["date-zone"];
  if (zone !== undefined && !isZone(zone)) {
    throw new AppError("usage-date-zone", { params: { zone } });
  }
  refuseContradictions(values, path);
  return {
    ...values,
    path,
    /** What the list is called where it is spoken of. */
    name: basename(path),
    profile,
    choice: {
      ...textChoice(values),
      ...(values["keep-rows"] === true ? { keepRows: true } : {}),
      ...(values["swap-dates"] === true ? { swapDates: true } : {}),
      ...(zone === undefined ? {} : { dateZone: zone }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(row === undefined
        ? {}
        : { headerRow: parseNumber(row, "--header-row", { min: 0, max: MAX_ROW }) }),
    },
  };
}

interface Contradicting {
  readonly map?: readonly string[] | undefined;
  readonly mapping?: string | undefined;
  readonly where?: readonly string[] | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly "queue-only"?: boolean | undefined;
  readonly "password-env"?: string | undefined;
  readonly "password-stdin"?: boolean | undefined;
}

function refuseContradictions(values: Contradicting, path: string): void {
  if (values.map !== undefined && values.mapping !== undefined) {
    throw new AppError("usage-mapping-with-map");
  }
  if ((values.where?.length ?? 0) > MAX_CONDITIONS) {
    throw new AppError("usage-where-many", { params: { max: MAX_CONDITIONS } });
  }
  if (values["dry-run"] === true && values["queue-only"] === true) {
    throw new AppError("usage-dry-run-queue");
  }
  refusePasswordTwice(values, path);
}

export type ImportWords = ReturnType<typeof parseImport>;
