import type { Mapping } from "../../preload/types.ts";
import { trimOuter } from "./clean.ts";
import { proveDateFormat } from "./dates.ts";
import { applyTransform } from "./transforms.ts";

/**
 * Fills in the date format where it is not chosen yet and the values prove it; ambiguous and
 * mixed columns stay undecided, for the user to choose.
 */
export function withProvenDates(mapping: Mapping, rows: readonly (readonly string[])[]): Mapping {
  return mapping.map((entry) => {
    if (entry.field !== "custom_date" || entry.dateFormat !== undefined) return entry;
    const proof = proveDateFormat();
    for (const row of rows) {
      const joined = entry.columns.map((column) => trimOuter(row[column] ?? "")).join(" ");
      proof.add(entry.transforms.reduce(applyTransform, joined));
    }
    const verdict = proof.verdict();
    return verdict.kind === "proven" ? { ...entry, dateFormat: verdict.format } : entry;
  });
}
