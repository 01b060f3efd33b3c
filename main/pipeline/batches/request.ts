import type { FieldName } from "../../../preload/fields.ts";
import type { ConnectionSettings, ImportOptions, OutputFormat } from "../../../preload/types.ts";
import type { DelimiterName } from "../../common/batch.ts";
import type { MappedRow } from "../../common/rows.ts";
import { delimiterCharacter } from "./delimiter.ts";
import type { Parameter } from "./form.ts";

/** "Optional: JSONP format": the function's name is ours to choose. */
const CALLBACK = "loyaltyImporter";

/** Who asks, and in which spellings. */
export interface RequestConnection {
  readonly userId: string;
  readonly apiKey: string;
  readonly accountId: string;
  readonly settings: Pick<ConnectionSettings, "compatibility">;
}

/** What a batch request says beside its rows. */
export interface BatchRequest {
  readonly options: Pick<
    ImportOptions,
    "campaigns" | "duplicates" | "generateCardNumbers" | "keepUndoState"
  >;
  readonly output: OutputFormat;
  readonly delimiter: DelimiterName;
  readonly fields: readonly FieldName[];
}

/** "Basic credentials and common parameters", for any `type` of request. */
export function commonParameters(connection: RequestConnection, type: string): Parameter[] {
  return [
    { name: "API", value: "1.5" },
    { name: "user_id", value: connection.userId },
    { name: connection.settings.compatibility.keyParameter, value: connection.apiKey },
    { name: "account_id", value: connection.accountId },
    { name: "type", value: type },
  ];
}

/**
 * The parameters of a `customers_batch` request in the documentation's order, all but the data.
 * `allow_undo` and `no_undo` contradict each other; exactly one of them is sent.
 */
export function batchParameters(connection: RequestConnection, request: BatchRequest): Parameter[] {
  const { options, fields } = request;
  const { campaignSeparator } = connection.settings.compatibility;
  return [
    ...commonParameters(connection, "customers_batch"),
    { name: "delimiter", value: request.delimiter },
    { name: "overwrite_duplicates", value: options.duplicates },
    { name: options.keepUndoState ? "allow_undo" : "no_undo", value: "yes" },
    ...(options.generateCardNumbers === null
      ? []
      : [{ name: "card_number_generate", value: String(options.generateCardNumbers) }]),
    { name: "campaigns_to_include", value: options.campaigns.join(campaignSeparator) },
    ...outputParameters(request.output),
    ...fields.map((field, index) => ({ name: `profiles_header_${index + 1}`, value: field })),
  ];
}

/** "condensed" (no white space) "applies only to JSON(P) output". */
export function outputParameters(output: OutputFormat): readonly Parameter[] {
  if (output === "xml") return [{ name: "output", value: "XML" }];
  const condensed = { name: "condensed", value: "yes" };
  const json = { name: "output", value: "JSON" };
  return output === "json"
    ? [json, condensed]
    : [json, { name: "callback", value: CALLBACK }, condensed];
}

/**
 * The data parameter: one row a line, no line break before the first or after the last.
 * @throws RangeError where a value holds the delimiter or a line break; no quoting exists
 */
export function dataParameter(
  rows: readonly MappedRow[],
  delimiter: DelimiterName,
  { dataParameter: name, lineBreak }: ConnectionSettings["compatibility"],
): Parameter {
  const character = delimiterCharacter(delimiter);
  const text = rows.map(({ values }) => values.join(character)).join("\n");
  const delimiters = rows.reduce((sum, { values }) => sum + values.length - 1, 0);
  const breaks = countBreaks(text, character);
  if (breaks.delimiters !== delimiters || breaks.lines !== rows.length - 1) {
    throw new RangeError("a value breaks its row");
  }
  return { name, value: lineBreak === "\n" ? text : text.replaceAll("\n", lineBreak) };
}

/** How many delimiters and line ends a text holds: more than were put in where a value has one. */
function countBreaks(text: string, delimiter: string) {
  const code = delimiter.charCodeAt(0);
  let delimiters = 0;
  let lines = 0;
  for (let index = 0; index < text.length; index++) {
    const each = text.charCodeAt(index);
    if (each === code) delimiters += 1;
    else if (each === 0x0a || each === 0x0d) lines += 1;
  }
  return { delimiters, lines };
}
