import { rowName } from "../../../preload/lists/list-row.ts";
import type { Finding } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
import type { SourceNotice } from "./source.ts";

/** Rows that a finding names; its sentence counts them all. */
export const MAX_FINDING_ROWS = 100;

/**
 * A list finding with its sentence.
 *
 * To add one: where the list's shape shows it, add a `SourceNotice` to those of the source
 * (`ListSource.notices`), of the first look (`look` in read-first.ts) or of the check of all rows
 * (`createRowTally` in shape/row-tally.ts); write its sentence under its code in
 * preload/messages/<language>/problems.json in every language, with `<code>_one` where it counts.
 * Where one press can do the obvious thing, give it a `remedy` and the button's text as
 * `<code>-remedy`; where nothing proves one of several readings, `choices`. A value of the list goes into
 * `example`, never into `params`. The window, `inspect` and `import --json` then show it by themselves.
 */
export function asFinding(notice: SourceNotice, sheet: string): Finding {
  const { code } = notice;
  const { row } = notice.params;
  // Where the list is read from several sheets, sentences name the row's own.
  const params =
    typeof row === "number" ? { ...notice.params, row: rowName(row, sheet) } : notice.params;
  return {
    ...notice,
    params,
    severity: notice.choices === undefined ? "warning" : "error",
    field: null,
    message: t(`problems:${code}`, params),
  };
}

/** Without values of the list: for what is not kept sealed. */
export function withoutExamples({ example: _, choices: __, ...finding }: Finding): Finding {
  return finding;
}

/**
 * What is known of a list's shape: the findings of all its rows go before those of the first, whose
 * examples they keep.
 */
export function mergeFindings(
  first: readonly Finding[],
  checked: readonly Finding[],
): readonly Finding[] {
  const codes = new Set(checked.map(({ code }) => code));
  const known = new Map(first.map((each) => [each.code, each]));
  const withExamples = checked.map((each) => {
    const { example, choices } = known.get(each.code) ?? {};
    return {
      ...each,
      ...(example === undefined ? {} : { example }),
      ...(choices === undefined ? {} : { choices }),
    };
  });
  return [...first.filter(({ code }) => !codes.has(code)), ...withExamples];
}
