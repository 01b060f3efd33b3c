import type { Mapping } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { StageHooks, StageRequest } from "../../records/drafts/staging-types.ts";
import { createAmountProof } from "../mapping/amount-proof.ts";
import { createMapper } from "../mapping/apply.ts";
import { ownSentRows } from "../mapping/own-export.ts";
import { dataRows } from "../sources/data-rows.ts";
import type { ListSource, SourceRow } from "../sources/source.ts";

export const AMOUNT_FORMAT_ERROR = "amount-format-undecided";

/**
 * Reads a list's amounts for themselves; answers the mapping with the decimal mark that they prove.
 * @throws AppError amount-format-undecided: nothing proves it, or one value contradicts the other
 */
export async function proveAmounts(
  source: ListSource,
  request: StageRequest,
  hooks: StageHooks,
  mapping: Mapping,
): Promise<Mapping> {
  const { columns, choice } = request;
  const amounts = mapping.filter((each) => each.field === "auto_add");
  // As text, so that the mapper leaves the values as they are written.
  const asText = amounts.map((each) => ({ ...each, field: "custom_field_1" as const }));
  const map = createMapper(asText, columns);
  const [only = -1] = amounts[0]?.columns ?? [];
  const isFraction = ({ marks }: SourceRow) => marks?.get(only) === "fraction";
  const isSent = ownSentRows(columns);
  const proof = createAmountProof(source.format);
  for await (const rows of dataRows(source, choice.sheet, choice.headerRow)) {
    if (hooks.signal?.aborted === true) throw new AppError("cancelled");
    for (const row of rows) {
      const text = map(row).mapped.values[0] ?? "";
      proof.add(text, isSent?.(row.cells) === true, isFraction(row));
    }
  }
  const amountFormat = proof.format();
  if (amountFormat === null) {
    const index = amounts[0]?.columns[0];
    const column = columns.find((each) => each.index === index)?.header ?? "";
    throw new AppError(AMOUNT_FORMAT_ERROR, { params: { column } });
  }
  return mapping.map((each) => (each.field === "auto_add" ? { ...each, amountFormat } : each));
}
