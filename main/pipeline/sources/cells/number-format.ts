import { MAX_FORMAT } from "../../../common/tables/limits.ts";
import type { DateParts } from "./dates.ts";
import { type Condition, splitSections, tokensOf } from "./format-code.ts";
import type { FormatToken } from "./format-token.ts";
import { type Mask, maskOf } from "./mask.ts";

/** What one section of a number format does to the text of a number. */
export type FormatSection =
  | { readonly kind: "plain"; readonly hidesZero?: boolean }
  /** Shows a word in place of the number: `[=1]"Gold";[=2]"Silver"`. */
  | { readonly kind: "text"; readonly text: string }
  /** Shows nothing at all. */
  | { readonly kind: "nothing" }
  | { readonly kind: "date"; readonly parts: DateParts }
  | { readonly kind: "mask"; readonly mask: Mask };

export interface NumberFormat {
  readonly sections: readonly (FormatSection & { readonly condition?: Condition })[];
}

const PLAIN: FormatSection = { kind: "plain" };
const NOTHING: FormatSection = { kind: "nothing" };
/** `#`, `#,###`. */
const WITHOUT_ZERO: FormatSection = { kind: "plain", hidesZero: true };

/** A format code compiled; null where numbers are shown as they are. */
export function compileFormat(code: string): NumberFormat | null {
  if (code.length > MAX_FORMAT) return null;
  const compiled = splitSections(code).slice(0, 4).map(compileSection);
  const [first] = compiled;
  // A word for zero or less beside numbers stands for the number.
  const areWords = first?.kind === "text" || compiled.some((each) => each.condition !== undefined);
  const sections = areWords
    ? compiled
    : compiled.map((section) => (section.kind === "text" ? PLAIN : section));
  // `;;;` hides each value from the eye; it is there all the same.
  const isHidden = first?.kind === "nothing" && first.condition === undefined;
  return isHidden || sections.every(isPlain) ? null : { sections };
}

function isPlain(section: FormatSection): boolean {
  return section.kind === "plain" && section.hidesZero !== true;
}

/** The section that shows `value`, and whether it shows the sign by itself. */
export function sectionFor(
  format: NumberFormat,
  value: number,
): { readonly section: FormatSection; readonly ownSign: boolean } {
  const sections = format.sections;
  const conditional = sections.some((section) => section.condition !== undefined);
  if (conditional) {
    const found = sections.find(
      ({ condition }) => condition === undefined || holds(condition, value),
    );
    return { section: found ?? PLAIN, ownSign: false };
  }
  const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  return { section: sections[index] ?? PLAIN, ownSign: index === 1 };
}

function holds({ operator, value: limit }: Condition, value: number): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "<>":
      return value !== limit;
    default:
      return value === limit;
  }
}

function compileSection(code: string): FormatSection & { readonly condition?: Condition } {
  const { tokens, condition } = tokensOf(code);
  const section = sectionOf(tokens);
  return condition === undefined ? section : { ...section, condition };
}

function sectionOf(tokens: readonly FormatToken[]): FormatSection {
  if (tokens.every((token) => token.kind === "literal" && token.text.trim() === "")) return NOTHING;
  const dates = tokens.filter((token) => token.kind === "date").map((token) => token.text);
  if (dates.length > 0) return { kind: "date", parts: dateParts(dates) };
  if (tokens.every(({ kind }) => kind === "literal")) {
    const text = tokens
      .map((token) => token.text)
      .join("")
      .trim();
    return /\p{L}/u.test(text) ? { kind: "text", text } : PLAIN;
  }
  const isWithoutZero = tokens.every(
    ({ kind, text }) => (kind === "digit" && text === "#") || (kind === "number" && text === ","),
  );
  if (isWithoutZero) return WITHOUT_ZERO;
  const mask = maskOf(tokens);
  return mask === null ? PLAIN : { kind: "mask", mask };
}

/** An "m" next to hours or seconds is minutes, any other is a month. */
function dateParts(letters: readonly string[]): DateParts {
  const isMinutes = (at: number): boolean =>
    letters[at - 1] === "h" ||
    letters[at - 1] === "e" ||
    letters[at + 1] === "s" ||
    (letters[at + 1] === "e" && letters.length === 2);
  return {
    date: letters.some((one, at) => one === "y" || one === "d" || (one === "m" && !isMinutes(at))),
    time: letters.some((one, at) => "hsae".includes(one) || (one === "m" && isMinutes(at))),
    elapsed: letters.includes("e"),
  };
}
