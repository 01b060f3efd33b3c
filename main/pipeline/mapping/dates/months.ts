import { plainLetters } from "../../../common/plain-letters.ts";

/**
 * Month names and the short forms spreadsheet programs write, January to December, in English,
 * Spanish, French, German, Portuguese, Italian and Dutch. No name stands for two months.
 */
const NAMES: readonly string[] = [
  "january jan enero ene janvier janv januar jän jänner janeiro gennaio gen januari",
  "february feb febrero février févr fév februar fevereiro fev febbraio februari",
  "march mar marzo mars märz mrz mär maerz março maart mrt",
  "april apr abril abr avril avr aprile",
  "may mayo mai maio maggio mag mei",
  "june jun junio juin juni junho giugno giu",
  "july jul julio juillet juil juill juli julho luglio lug",
  "august aug agosto ago août aou augustus",
  "september sep sept septiembre set setiembre septembre setembro settembre",
  "october oct octubre octobre oktober okt outubro out ottobre ott",
  "november nov noviembre novembre novembro",
  "december dec diciembre dic décembre déc dezember dez dezembro dicembre",
];

const monthsByName: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) =>
    names.split(" ").map((name) => [plainLetters(name), index + 1] as const),
  ),
);

/** 1 to 12, or null where the word is no month. */
export function monthNamed(word: string): number | null {
  return monthsByName.get(plainLetters(word)) ?? null;
}
