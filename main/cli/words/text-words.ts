import type { Options } from "../command.ts";
import { parseChoice, refuseTogether } from "./parse.ts";

/** How a text file is read, for the commands that read a list. */
export const TEXT_OPTIONS = {
  encoding: { type: "string", value: "NAME" },
  "lined-up": { type: "boolean" },
  delimiter: { type: "string", value: "comma|semicolon|tab|bar" },
  "decode-back": { type: "boolean" },
} as const satisfies Options;

const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;

interface TextWords {
  readonly encoding?: string | undefined;
  readonly "lined-up"?: boolean | undefined;
  readonly delimiter?: string | undefined;
  readonly "decode-back"?: boolean | undefined;
}

/** @throws AppError usage-choice | usage-together */
export function textChoice(values: TextWords) {
  const { encoding, delimiter } = values;
  refuseTogether(values, "lined-up", "delimiter");
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(values["lined-up"] === true ? { delimiter: "blanks" as const } : {}),
    ...(delimiter === undefined
      ? {}
      : {
          delimiter:
            DELIMITERS[
              parseChoice(delimiter, "--delimiter", ["comma", "semicolon", "tab", "bar"] as const)
            ],
        }),
    ...(values["decode-back"] === true ? { decodeBack: true } : {}),
  };
}
