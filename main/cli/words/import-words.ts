import { AppError } from "../../common/errors.ts";
import { isZone } from "../../pipeline/mapping/dates/zones.ts";
import type { Options } from "../command.ts";
import { parseCommand, parseNumber } from "./parse.ts";
import { PASSWORD_OPTIONS } from "./read-password.ts";

export const IMPORT_OPTIONS = {
  profile: { type: "string", value: "NAME" },
  sheet: { type: "string", value: "NAME" },
  "header-row": { type: "string", value: "N" },
  encoding: { type: "string", value: "NAME" },
  "lined-up": { type: "boolean" },
  "decode-back": { type: "boolean" },
  map: { type: "string", multiple: true, value: '"HEADER=FIELD"' },
  "date-format": { type: "string", multiple: true, value: '"FIELD=DD/MM/YYYY"' },
  "swap-dates": { type: "boolean" },
  "date-zone": { type: "string", value: "ZONE" },
  "keep-dates": { type: "boolean" },
  "amount-format": { type: "string", value: "comma|point" },
  campaign: { type: "string", multiple: true, value: "ID" },
  duplicates: { type: "string", value: "update|yes|ignore" },
  "confirm-overwrite": { type: "boolean" },
  "generate-card-numbers": { type: "string", value: "DIGITS" },
  "no-undo": { type: "boolean" },
  "batch-rows": { type: "string", value: "N" },
  output: { type: "string", value: "json|xml|jsonp" },
  "skip-invalid": { type: "boolean" },
  "keep-rows": { type: "boolean" },
  "only-changed": { type: "boolean" },
  "queue-only": { type: "boolean" },
  ...PASSWORD_OPTIONS,
} as const satisfies Options;

const MAX_ROW = 1_048_576;

/** The words of an `import` command. @throws AppError usage-* */
export function parseImport(args: readonly string[]) {
  const { values, positionals } = parseCommand(args, IMPORT_OPTIONS, { names: ["FILE"] });
  const { profile, sheet } = values;
  if (profile === undefined) {
    throw new AppError("usage-option-missing", { params: { option: "--profile" } });
  }
  const row = values["header-row"];
  const zone = values["date-zone"];
  if (zone !== undefined && !isZone(zone)) {
    throw new AppError("usage-date-zone", { params: { zone } });
  }
  return {
    ...values,
    path: positionals[0] ?? "",
    profile,
    choice: {
      ...(values.encoding === undefined ? {} : { encoding: values.encoding }),
      ...(values["lined-up"] === true ? { delimiter: "blanks" as const } : {}),
      ...(values["decode-back"] === true ? { decodeBack: true } : {}),
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

export type ImportWords = ReturnType<typeof parseImport>;
