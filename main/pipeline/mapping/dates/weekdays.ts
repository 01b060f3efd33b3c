import { plainLetters } from "../../../common/plain-letters.ts";

const LANGUAGES = "en es fr de pt it nl pl cs sv da nb fi tr ca ru".split(" ");

let names: ReadonlySet<string> | null = null;

/** "Tuesday", "mar.", "Di": a long date begins with it, and it says nothing that the date does not. */
export function isWeekday(word: string): boolean {
  names ??= new Set(LANGUAGES.flatMap(namesIn));
  return names.has(plainLetters(word));
}

/** Long and short names of seven days in a row. */
function namesIn(language: string): readonly string[] {
  return (["long", "short"] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
    return [4, 5, 6, 7, 8, 9, 10].map(
      (day) => plainLetters(format.format(Date.UTC(1970, 0, day))).match(/^\p{L}+/u)?.[0] ?? "",
    );
  });
}
