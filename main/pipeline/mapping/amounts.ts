import type { AmountFormat } from "../../../preload/types.ts";

/** What a text says of an amount. */
export type AmountReading =
  /** A plain number with a point; `bared` where a sign of money or a parting mark was taken off. */
  | { readonly kind: "amount"; readonly value: string; readonly bared: boolean }
  /** One mark before three digits: a thousand, or one and a fraction. */
  | { readonly kind: "undecided" }
  | { readonly kind: "negative" }
  /** Digits that are no number. */
  | { readonly kind: "unclear" }
  /** No number at all: the name of a product or service. */
  | { readonly kind: "name" };

const PLAIN = /^\d{1,15}$/;
const MONEY =
  /^(?:usd|eur|gbp|chf|cad|aud|nzd|mxn|brl|ars|clp|cop|pen|sek|nok|dkk|pln|czk|huf|jpy|cny|inr|krw|try|zar|kr|fr|zł|kč|ft|r|s|rs|us|mx)\.?$/i;

/** `25,-`, `25.–`, `25,--`: no cents. */
const NO_CENTS = /(?<=\d)[.,][-–—]{1,2}$/;
/** `1,25,000`: thousands, then hundreds of thousands, as in India. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;

/** Behind a number, or one in parentheses. */
const COUNTED =
  /(?<=[\d)]) ?(?:points?|pts|punkte?|puntos?|punti|pontos?|punten|visits?|besuche?|visitas?|visites?|bezoeken)\.?$/i;

/**
 * Reads an amount. Marks in the number say for themselves which is the decimal one (25,50; 1.250,00;
 * 1.250.000) unless a single one stands before three digits: then `format` says it.
 */
export function readAmount(text: string, format: AmountFormat | undefined): AmountReading {
  if (PLAIN.test(text)) return amount(text, "", false);
  if (NO_CENTS.test(text)) {
    const reading = readAmount(text.replace(NO_CENTS, ""), format);
    return reading.kind === "amount" ? { ...reading, bared: true } : reading;
  }
  const behind = withoutMoney(text.replace(/[-−–]$/, "").trimEnd());
  // `5 EUR-`: the sign stands behind the money's.
  if (/[-−–]$/.test(text) && endsInDigits(behind)) return { kind: "negative" };
  const bare = withoutMoney(text);
  const isMoney = bare !== text;
  if (isNegative(bare)) return { kind: "negative" };
  if (!/\d/.test(bare)) return { kind: "name" };
  const digits = withoutLakhs(withoutGroups(bare.replace(/^\+\s*/, "")));
  if (!/^[\d.,]+$/.test(digits))
    return /\p{L}/u.test(bare) ? { kind: "name" } : { kind: "unclear" };
  return readMarks(digits, format, isMoney || digits.length < bare.length);
}

/** Nothing but digits, marks and blanks, and a digit behind the last blank. */
function endsInDigits(text: string): boolean {
  return /^[\d.,\s]+$/.test(text) && /\d/.test(text.split(/\s/).at(-1) ?? "");
}

/** `-5`, `−5`, `5-`, `(5)`. */
function isNegative(text: string): boolean {
  const inner = text.slice(1, -1).trim();
  if (text.startsWith("(") && text.endsWith(")")) return /^\d/.test(inner) && !/\p{L}/u.test(inner);
  if (/^[-−–]/.test(text)) return /^[\d.,]/.test(text.slice(1).trimStart());
  return /[-−]$/.test(text) && /[\d.,]$/.test(text.slice(0, -1).trimEnd());
}

/** Which mark a text's own shape proves to be the decimal one. */
export function provenAmountFormat(text: string): AmountFormat | null {
  const bare = withoutGroups(withoutMoney(text));
  if (LAKHS.test(bare)) return "point";
  if (!/^[\d.,]+$/.test(bare) || readMarks(bare, undefined, false).kind !== "amount") return null;
  const comma = bare.lastIndexOf(",");
  const point = bare.lastIndexOf(".");
  if (comma < 0 && point < 0) return null;
  const last = Math.max(comma, point);
  const mark = bare.charAt(last);
  // A mark that stands twice separates thousands, so that the other one is the decimal mark.
  const isGroups = bare.indexOf(mark) !== last;
  return (mark === ",") === isGroups ? "point" : "comma";
}

/** The mark of an amount that this program wrote: it writes none but the decimal one. */
export function writtenAmountFormat(text: string): AmountFormat | null {
  const mark = /^\d+([.,])\d+$/.exec(text)?.[1];
  return mark === undefined ? null : mark === "," ? "comma" : "point";
}

function readMarks(
  digits: string,
  format: AmountFormat | undefined,
  bared: boolean,
): AmountReading {
  const marks = digits.replace(/\d/g, "");
  if (marks === "") return amount(digits, "", bared);
  const mark = marks.charAt(marks.length - 1);
  const at = digits.lastIndexOf(mark);
  const whole = digits.slice(0, at);
  const rest = digits.slice(at + 1);
  if (marks.length > 1 && marks === mark.repeat(marks.length)) {
    return areGroups(digits, mark) ? amount(digits.replaceAll(mark, ""), "", true) : UNCLEAR;
  }
  if (marks.length > 1) {
    const other = marks.charAt(0);
    const isOne = marks === other.repeat(marks.length - 1) + mark;
    if (!isOne || rest === "" || !areGroups(whole, other)) return UNCLEAR;
    return amount(whole.replaceAll(other, ""), rest, true);
  }
  if (rest === "") return UNCLEAR;
  const mayBeThousand = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayBeThousand) return amount(whole === "" ? "0" : whole, rest, bared);
  if (format === undefined) return { kind: "undecided" };
  const isDecimal = (mark === ",") === (format === "comma");
  return isDecimal ? amount(whole, rest, bared) : amount(whole + rest, "", true);
}

const UNCLEAR: AmountReading = { kind: "unclear" };

/** One to three digits, then threes. */
function areGroups(text: string, mark: string): boolean {
  const [first = "", ...others] = text.split(mark);
  return /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
}

function amount(whole: string, fraction: string, bared: boolean): AmountReading {
  const value = fraction === "" ? whole : `${whole}.${fraction}`;
  return { kind: "amount", value, bared };
}

/** Signs and words of money at either end, and what is counted: `10 points`. */
function withoutMoney(text: string): string {
  const bare = text
    .replace(/\p{Sc}/gu, "")
    .trim()
    .replace(COUNTED, "");
  const word = /^\p{L}{1,3}\.?(?=[\s\d])/u.exec(bare)?.[0] ?? "";
  const front = MONEY.test(word) ? bare.slice(word.length).trim() : bare;
  const tail = /\p{L}{1,3}\.?$/u.exec(front)?.[0] ?? "";
  return MONEY.test(tail) ? front.slice(0, -tail.length).trim() : front;
}

function withoutLakhs(text: string): string {
  return LAKHS.test(text) ? text.replaceAll(",", "") : text;
}

/** Blanks and apostrophes between groups of three. */
function withoutGroups(text: string): string {
  const groups = text.split(/[\s'’]/);
  const [first = "", ...others] = groups;
  const isGrouped =
    others.length > 0 &&
    /^\d{1,3}$/.test(first) &&
    others.every((group, at) =>
      at < others.length - 1 ? /^\d{3}$/.test(group) : /^\d{3}(?:[.,]\d*)?$/.test(group),
    );
  return isGrouped ? groups.join("") : text;
}
