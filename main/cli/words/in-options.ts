import { placeOfRow } from "../../../preload/lists/list-row.ts";
import type { Example, Finding } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";

/** Findings whose remedy is a click in the window; the sentence under `<code>-option` tells the option. */
const WITH_OPTION: ReadonlySet<string> = new Set([
  "headers-are-values",
  "encoding-unsure",
  "columns-lined-up",
  "rows-misread",
  "list-misread",
  "dates-swapped",
  "dates-in-utc",
  "sheets-alike",
]);

/** A finding whose sentence tells the command line's remedy. */
export function inOptions(finding: Finding): Finding {
  if (finding.remedy?.keepRows === true) {
    return { ...finding, message: `${finding.message} ${t("problems:keep-rows-option")}` };
  }
  return WITH_OPTION.has(finding.code)
    ? { ...finding, message: t(`problems:${finding.code}-option`, finding.params) }
    : finding;
}

/** With the value that shows it, as `inspect` shows values of the list; an import tells none. */
export function withExample(finding: Finding): Finding {
  const examples = finding.choices ?? (finding.example === undefined ? [] : [finding.example]);
  if (examples.length === 0) return finding;
  const shown = examples.map((one) => `${"name" in one ? `${one.name}: ` : ""}${inWords(one)}`);
  return { ...finding, message: `${finding.message} ${shown.join(", ")}` };
}

function inWords({ seen, meant }: Example): string {
  return meant === undefined ? seen : `${seen} → ${meant}`;
}

/** A finding as `inspect --json` and `import --json` print it. */
export interface PrintedFinding extends Pick<Finding, "code" | "message" | "rows" | "column"> {
  /** The sheet of each row, where the list is read from several sheets. */
  readonly sheets?: readonly string[];
}

export function printedFinding(
  { code, message, rows, column }: Finding,
  sheet: string,
): PrintedFinding {
  const places = rows?.map((row) => placeOfRow(row, sheet));
  const sheets = places?.flatMap((each) => each.sheet ?? []) ?? [];
  return {
    code,
    message,
    ...(places === undefined ? {} : { rows: places.map(({ row }) => row) }),
    ...(sheets.length === 0 ? {} : { sheets }),
    ...(column === undefined ? {} : { column }),
  };
}
