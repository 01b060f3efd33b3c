import { plainLetters } from "../../../common/plain-letters.ts";
import { damageOf } from "../damage.ts";
import { isPlainAscii } from "../plain-text.ts";
import { asciiForms } from "../values/digits.ts";
import { saysNothing } from "../values/placeholders.ts";
import { withoutQuotes } from "../values/quotes.ts";

/** What the values of one column look like, error cells and blanks left aside. */
export interface ColumnFacts {
  readonly values: readonly string[];
  /** Whether rows were seen and none had a value. */
  readonly empty: boolean;
  /** 0 to 1; 0 where there are no values. */
  share(test: (value: string) => boolean): number;
  /** Different values against all. */
  readonly distinct: number;
}

const HIDDEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\uFEFF]/g;
/** The sign of addresses as web pages hide it. */
const CODED_AT = /&(?:#0*64|#x0*40|commat);|%40/gi;
const DECIMAL = /^(\d+)[.,]0?$/;
/** What a value is shows in its beginning. */
const MAX_LOOKED_AT = 500;

export function columnFacts(
  index: number,
  rows: readonly (readonly string[])[],
  samples: readonly string[],
): ColumnFacts {
  const cells = rows.length > 0 ? rows.map((row) => row[index] ?? "") : samples;
  const found = cells
    .map((cell) =>
      asciiDigits(withoutQuotes(cell.slice(0, MAX_LOOKED_AT).trim()).replace(/^'/, "")),
    )
    .map(withAt)
    .filter((value) => value !== "" && damageOf("first_name", value) === null)
    .filter((value) => !saysNothing(value));
  // `8001,0` in all rows is 8001 as a program wrote a number.
  const isDecimal = found.length > 0 && found.every((value) => DECIMAL.test(value));
  const values = isDecimal ? found.map((value) => value.replace(DECIMAL, "$1")) : found;
  return {
    values,
    empty: cells.length > 0 && values.length === 0,
    share: (test) => (values.length === 0 ? 0 : values.filter(test).length / values.length),
    distinct: values.length === 0 ? 1 : new Set(values).size / values.length,
  };
}

/** Arabic-Indic and full-width digits count like others, and what cannot be seen does not count. */
function asciiDigits(text: string): string {
  return isPlainAscii(text) ? text : asciiForms(text.replace(HIDDEN, "")).trim();
}

function withAt(text: string): string {
  return text.includes("&") || text.includes("%") ? text.replace(CODED_AT, "@") : text;
}

const YES_NO = new Set(
  (
    "yes no y n true false 0 1 on off si s oui non o ja nein j nee sim nao vero falso verdadero wahr " +
    "falsch vrai faux x subscribed unsubscribed opted-in opted-out tak nie t nej nei kyllä ei k ano ne a " +
    "evet hayır e h sí да нет д н はい いいえ 有 無 可 不可 あり なし ○ × 是 否 同意 不同意 允许 예 아니오 아니요 동의 거부"
  )
    .split(" ")
    .map(plainLetters),
);

/** A column of ticks is no phone, no card and no name, whatever its header says. */
export function isYesNo(facts: ColumnFacts): boolean {
  const { values } = facts;
  if (values.length < 3 || new Set(values.map(plainLetters)).size > 2) return false;
  return values.every(isTick);
}

/** A word or sign for yes or no. */
export function isTick(value: string): boolean {
  return YES_NO.has(plainLetters(value));
}
