import type { FieldName } from "../../../../preload/fields.ts";
import type { Transform } from "../../../../preload/types.ts";
import { type Name, titledName } from "./name-titles.ts";

type Split = Extract<Transform, { readonly kind: "split" }>;

/** What stands behind a comma without turning the name round. */
const SUFFIX =
  /^(?:jr|jun|junior|sr|sen|senior|ii|iii|iv|v|ph\.?\s?d|m\.?\s?d|m\.?a|b\.?a|mba|esq|dds|cpa|rn|dr|hijo|filho|neto)\.?$/i;

/**
 * The given or the family name of a full one, where a split of that field means it: "Ann Lake" and
 * "Hill, Ben" stand in one column, and each row says for itself which it is. Null where the split
 * was chosen to take something else.
 */
export function splitName(field: FieldName, value: string, split: Split): string | null {
  const takesBeginning = (split.by === "blank") === (split.take === "first");
  if (split.take === "last") return null;
  if (field === "first_name" && takesBeginning) return namesOf(value).given;
  return field === "last_name" && !takesBeginning ? namesOf(value).family : null;
}

function namesOf(value: string): Name {
  const parts = value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const suffixes = parts.slice(1).filter((part) => SUFFIX.test(part));
  const [front = "", ...turned] = parts.filter((part, at) => at === 0 || !SUFFIX.test(part));
  if (turned.length > 0) {
    return { given: turned.join(" "), family: [front, ...suffixes].join(" ") };
  }
  const titled = titledName(front);
  if (titled !== null) {
    const { given, family } = titled;
    return { given, family: [family, ...suffixes].filter((part) => part !== "").join(" ") };
  }
  const blank = front.search(/\s/);
  if (blank < 0) return { given: front, family: suffixes.join(" ") };
  const family = front.slice(blank + 1).trimStart();
  return { given: front.slice(0, blank), family: [family, ...suffixes].join(" ") };
}
