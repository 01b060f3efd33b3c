import type { Finding } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";

/** Findings whose remedy is a click in the window; the sentence under `<code>-option` tells the option. */
const WITH_OPTION: ReadonlySet<string> = new Set([
  "headers-are-values",
  "dates-swapped",
  "dates-in-utc",
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

/** A finding as `inspect --json` and `import --json` print it. */
export interface PrintedFinding extends Pick<Finding, "code" | "message" | "rows" | "column"> {}

export function printedFinding({ code, message, rows, column }: Finding): PrintedFinding {
  return {
    code,
    message,
    ...(rows === undefined ? {} : { rows }),
    ...(column === undefined ? {} : { column }),
  };
}
