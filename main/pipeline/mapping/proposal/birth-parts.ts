import { BIRTH } from "../contents/years.ts";
import { monthNamed } from "../dates/months.ts";
import { headerWords } from "../headers/header-words.ts";
import type { ReadColumn } from "./candidate.ts";
import type { Proposed } from "./single-fields.ts";

const YEAR =
  /year|\byr\b|\byyyy\b|jahr|\bano\b|annee|\banno\b|jaar|\brok\b|\bar\b|\baar\b|vuosi|\byil/;
const MONTH =
  /month|\bmon\b|\bmm\b|monat|\bmes\b|mois|mese|maand|miesiac|mesic|manad|maned|kuukausi|\bay\b/;

interface PartOfDate {
  readonly isNamed: (words: string) => boolean;
  readonly holds: (value: string) => boolean;
}

/** In the order in which a date has one reading: "1985 7 5". What is neither year nor month is the day. */
const PARTS: readonly PartOfDate[] = [
  {
    isNamed: (words) => YEAR.test(words),
    holds: (value) => /^(?:19|20)\d\d$/.test(value),
  },
  {
    isNamed: (words) => MONTH.test(words),
    holds: (value) => isUpTo(12, value) || monthNamed(value) !== null,
  },
  {
    isNamed: (words) => !YEAR.test(words) && !MONTH.test(words),
    holds: (value) => isUpTo(31, value),
  },
];

function isUpTo(most: number, value: string): boolean {
  return /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= most;
}

/**
 * A birthday whose year, month and day have a column each, as "Birth Year", "Birth Month" and "Birth
 * Day": joined in that order. Only where every row has all three or none, for the others would be
 * no dates.
 *
 * @param rows data rows from column A, as `proposeMapping` has them
 */
export function proposeBirthParts(
  read: readonly ReadColumn[],
  rows: readonly (readonly string[])[],
): Proposed | null {
  const ofBirth = read
    .map(({ column, facts }) => ({ column, facts, words: headerWords(column.header).join(" ") }))
    .filter(({ words, facts }) => BIRTH.test(words) && facts.values.length > 0);
  const columns = PARTS.flatMap(({ isNamed, holds }) => {
    const fitting = ofBirth.filter(
      ({ words, facts }) => isNamed(words) && facts.share(holds) === 1,
    );
    return fitting.length === 1 ? fitting.map(({ column }) => column.index) : [];
  });
  if (columns.length < PARTS.length) return null;
  const counts = rows.map((row) => columns.filter((at) => (row[at] ?? "").trim() !== "").length);
  if (counts.some((count) => count > 0 && count < PARTS.length)) return null;
  return { field: "custom_date", columns, confidence: "likely" };
}
