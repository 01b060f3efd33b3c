const OTHER_DIGITS = /\p{Nd}/gu;
/** Full-width forms of ASCII's signs and letters. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

const ARABIC_MARKS = /[\u066B\u066C]/g;
/** Hyphens that do not break, minus signs and dashes between digits. */
const DASHES = /(?<=\d\s?)[\u2010-\u2015](?=\s?\d)/g;

/** Digits of other scripts, and full-width signs and letters, as ASCII writes them. */
export function asciiForms(text: string): string {
  return text
    .replace(FULL_WIDTH, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0))
    .replace(OTHER_DIGITS, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
    .replace(ARABIC_MARKS, (mark) => (mark === "\u066B" ? "." : ""))
    .replace(DASHES, "-");
}

/** Commas and apostrophes between thousands, of a million and more: nobody writes a number so by hand. */
const GROUPED =
  /^\d{1,3}(?:(?:,\d{3}){2,}(?:\.00)?|(?:['’]\d{3}){2,}(?:\.00)?|(?:\.\d{3}){2,},00)$/;
/** No cents. */
const CENTS = /[.,]00$/;

/** A number that a spreadsheet program has written with signs between its thousands, without them. */
export function withoutGroups(text: string): string {
  return GROUPED.test(text) ? text.replace(CENTS, "").replace(/\D/g, "") : text;
}

/** Unicode keeps the ten digits of a script together, in order. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value += 1;
  // Some blocks of ten follow each other without a gap.
  return runStart(code) === null ? value : (code - (runStart(code) ?? code)) % 10;
}

/** Mathematical digits: five alphabets of ten in a row. */
function runStart(code: number): number | null {
  return code >= 0x1d7ce && code <= 0x1d7ff ? 0x1d7ce : null;
}

function isDigit(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}
