/** What stands behind a comma without turning the name round. */
const SUFFIX =
  /^(?:jr|jun|junior|sr|senior|ii|iii|iv|ph\.?\s?d|psy\.?\s?d|ed\.?\s?d|pharm\.?\s?d|m\.?\s?d|d\.?\s?o|m\.?\s?sc|b\.?\s?sc|mba|msn|bsn|mph|mpa|msw|lcsw|esq|esquire|dds|dmd|dvm|cpa|cfa|cfp|pmp|cissp|rn|lpn|pa-c|np|llb|llm|j\.?d|p\.?e|ret|obe|mbe|cbe)\.?$/i;

/** These are names and initials as well: "Wang, V", "Sanz, Neto", "Lee, DO"; behind a whole name they are none. */
const MAY_BE_NAME = /^(?:v|sen|ma|ba|m\.a|b\.a|d\.?\s?o|hijo|filho|neto|np|ret)\.?$/i;

/** Beside another suffix: RN, BSN, CCRN, FACHE. */
const LETTERS = /^\p{Lu}[\p{Lu}.-]{1,6}(?:\(?\p{Lu}\)?)?$/u;

/** No given name is one of these; V and other letters may be the beginning of one. */
const GENERATION = /^(?:jr|jun|junior|sr|senior|ii|iii|iv)\.?$/i;

/** @param isFull whether a given and a family name stand in front of the comma */
export function isSuffix(part: string, isFull: boolean): boolean {
  return MAY_BE_NAME.test(part) ? isFull : SUFFIX.test(part);
}

/** Whether a part is one more suffix behind a whole name that has one. */
export function isSureSuffix(part: string): boolean {
  return LETTERS.test(part);
}

/** The suffix that a given name ends with: "Ben Jr." of "Lake, Ben Jr.". */
export function trailingGeneration(
  given: string,
): { readonly before: string; readonly suffix: string } | null {
  const blank = given.lastIndexOf(" ");
  const suffix = given.slice(blank + 1);
  return blank < 0 || !GENERATION.test(suffix) ? null : { before: given.slice(0, blank), suffix };
}
