import type { Mapping } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { StageHooks, StageRequest } from "../../records/drafts/staging-types.ts";
import { createMapper } from "../mapping/apply.ts";
import { proveDateFormat } from "../mapping/dates.ts";
import { headersOf, withoutFormat } from "../mapping/proven-dates.ts";
import { dataRows } from "../sources/data-rows.ts";
import { createRowJudge, NO_CUSTOMERS } from "../sources/shape/row-judge.ts";
import type { ListSource } from "../sources/source.ts";

/** Codes of errors that a chosen date format corrects. */
export const DATE_FORMAT_ERRORS: readonly string[] = [
  "date-format-undecided",
  "date-format-mixed",
  "date-format-contradicted",
];

/**
 * Reads a list's dates for themselves; answers the mapping with the format that they prove.
 * True date cells need no format and prove none. A format that was chosen for an earlier list gives
 * way to nobody but a person.
 * @throws AppError date-format-undecided | date-format-mixed | date-format-contradicted: the user
 * must choose
 */
export async function proveDates(
  source: ListSource,
  request: StageRequest,
  hooks: StageHooks,
): Promise<Mapping> {
  const { mapping, columns, choice } = request;
  const dates = mapping.filter((each) => each.field === "custom_date");
  const indexes = dates.flatMap((each) => each.columns);
  const kept = dates.find((each) => each.dateSource === "kept")?.dateFormat;
  const map = createMapper(dates.map(withoutFormat), columns);
  const [date] = dates;
  const proof = proveDateFormat(date === undefined ? "" : headersOf(date, columns));
  const judge = createRowJudge({ columns, headerRow: choice.headerRow });
  for await (const rows of dataRows(source, choice.sheet, choice.headerRow)) {
    if (hooks.signal?.aborted === true) throw new AppError("cancelled");
    for (const row of rows) {
      if (NO_CUSTOMERS.has(judge(row) ?? "")) continue;
      if (indexes.some((index) => row.marks?.get(index) === "date")) continue;
      proof.add(map(row).mapped.values[0] ?? "");
    }
  }
  const verdict = proof.verdict();
  const column = columns.find((each) => each.index === indexes[0])?.header ?? "";
  switch (verdict.kind) {
    case "proven":
      if (kept !== undefined) {
        throw new AppError("date-format-contradicted", { params: { column, format: kept } });
      }
      return mapping.map((each) =>
        each.field === "custom_date"
          ? { ...each, dateFormat: verdict.format, dateSource: "proven" }
          : each,
      );
    case "none":
    case "ambiguous":
      throw new AppError("date-format-undecided", { params: { column } });
    case "mixed":
      throw new AppError("date-format-mixed", { params: { column } });
  }
}
