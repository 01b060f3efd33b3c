import type { Mapping } from "../../../../preload/types.ts";
import { withoutFormat } from "../../../pipeline/mapping/proven-dates.ts";
import { withoutSecrets } from "../../../records/mappings/without-secrets.ts";

/**
 * A mapping as it is kept for later lists: without the secrets that it holds itself, whose fields
 * stay and wait for a value, and with a date format only where a person chose it. What one list's
 * values proved says nothing about the next one's, and how 1.250 is meant is asked of each.
 */
export function asKept(mapping: Mapping): Mapping {
  return asKeptFormats(withoutSecrets(mapping));
}

/** The same with its secrets. */
export function asKeptFormats(mapping: Mapping): Mapping {
  return mapping.map(({ amountFormat: _, ...entry }) => {
    if (entry.dateFormat === undefined) return entry;
    return entry.dateSource === "proven" ? withoutFormat(entry) : { ...entry, dateSource: "kept" };
  });
}

/** A kept mapping for a new list: of older versions' formats nobody knows whether one was chosen. */
export function asRecalled(mapping: Mapping): Mapping {
  return mapping.map((entry) => (entry.dateSource === "kept" ? entry : withoutFormat(entry)));
}
