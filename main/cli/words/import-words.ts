import { AppError } from "../../common/errors.ts";
import { isZone } from "../../pipeline/mapping/dates/zones.ts";
import { parseCommand, parseNumber } from "./parse.ts";
import { PASSWORD_OPTIONS } from "./read-password.ts";

const OPTIONS = {
  profile: { type: "string" },
  sheet: { type: "string" },
  "header-row": { type: "string" },
  map: { type: "string", multiple: true },
  "date-format": { type: "string", multiple: true },
  "amount-format": { type: "string" },
  campaign: { type: "string", multiple: true },
  duplicates: { type: "string" },
  "confirm-overwrite": { type: "boolean" },
  "generate-card-numbers": { type: "string" },
  "no-undo": { type: "boolean" },
  "batch-rows": { type: "string" },
  output: { type: "string" },
  "skip-invalid": { type: "boolean" },
  encoding: { type: "string" },
  "decode-back": { type: "boolean" },
  "keep-rows": { type: "boolean" },
  "swap-dates": { type: "boolean" },
  "date-zone": { type: "string" },
  "keep-dates": { type: "boolean" },
  "only-changed": { type: "boolean" },
  "queue-only": { type: "boolean" },
  ...PASSWORD_OPTIONS,
} as const;

const MAX_ROW = 1_048_576;

/** The words of an `import` command. @throws AppError usage-* */
export function parseImport(args: readonly string[]) {
  const { values, positionals } = parseCommand(args, OPTIONS, { names: ["FILE"] });
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
