import type { FieldName } from "../../../../../preload/fields.ts";

const PLACES: ReadonlySet<FieldName> = new Set([
  ...(["street1", "street2", "city", "state", "country"] as const),
]);
/** Of states and countries: NY, NSW, USA. */
const CODED: ReadonlySet<FieldName> = new Set(["state", "country"]);
const CODE = /^\p{Lu}{2,3}$/u;
/** A town may be called Ulm. */
const ABBREVIATIONS = /(?<![\p{L}\p{N}])(?:usa|uae|nyc)(?![\p{L}\p{N}])/giu;
/** 1ST, 42ND. */
const ORDINAL = /(?<![\p{L}\p{N}])(\d+)(ST|ND|RD|TH)(?!\p{L})/gu;
/** Rue d'Alsace, Rue de l'Église, Reggio nell'Emilia. */
const ELIDED = /(?<=\s)(?:D|L|Dell|Nell|Sull|Dall|All)(?=['’]\p{Lu})/gu;
const PO_BOX = /(?<!\p{L})Po(?= Box(?!\p{L}))/gu;
/** Parts of a town in a numbered street: 1st Ave NW. */
const QUARTER = /(?<=\s)(?:Nw|Ne|Sw|Se)(?![\p{L}'’])/gu;

/**
 * What capitals of words change in places otherwise than in names.
 * @param before all in capitals or all small: what mixes them was written so on purpose
 * @param titled with a capital for each word
 */
export function placeCase(field: FieldName, before: string, titled: string): string {
  if (!PLACES.has(field) || (/\p{Lu}/u.test(before) && /\p{Ll}/u.test(before))) return titled;
  if (CODED.has(field) && CODE.test(before)) return before;
  const words = titled
    .replace(ABBREVIATIONS, (word) => word.toUpperCase())
    .replace(ELIDED, (word) => word.toLowerCase())
    .replace(PO_BOX, "PO")
    .replace(ORDINAL, (_, number: string, ending: string) => number + ending.toLowerCase());
  return /\d/.test(words) ? words.replace(QUARTER, (word) => word.toUpperCase()) : words;
}
