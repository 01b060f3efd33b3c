import { MAX_FORMAT } from "../../../common/tables/limits.ts";
import type { DateParts } from "./dates.ts";
import type { FormatToken } from "./format-token.ts";
import { type Mask, maskOf } from "./mask.ts";

/** What one section of a number format does to the text of a number. */
export type FormatSection =
  | { readonly kind: "plain" }
  /** Shows nothing at all. */
  | { readonly kind: "nothing" }
  | { readonly kind: "date"; readonly parts: DateParts }
  | { readonly kind: "mask"; readonly mask: Mask };

interface Condition {
  readonly operator: string;
  readonly value: number;
}

export interface NumberFormat {
  readonly sections: readonly (FormatSection & { readonly condition?: Condition })[];
}

const PLAIN: FormatSection = { kind: "plain" };
const NOTHING: FormatSection = { kind: "nothing" };

/** A format code compiled; null where numbers are shown as they are. */
export function compileFormat(code: string): NumberFormat | null {
  if (code.length > MAX_FORMAT) return null;
  const sections = splitSections(code).slice(0, 4).map(compileSection);
  const [first] = sections;
  // `;;;` hides each value from the eye; it is there all the same.
  const isHidden = first?.kind === "nothing" && first.condition === undefined;
  return isHidden || sections.every(({ kind }) => kind === "plain") ? null : { sections };
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

/** Cut at semicolons that are not inside quotes, brackets or behind a backslash. */
function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]?|[^;"[\\_*])+|(?<=;|^)(?=;|$)/g) ?? [];
}

const TOKEN =
  /"([^"]*)"?|\\([\s\S]?)|[_*][\s\S]?|\[([^\]]*)\]?|(general|standard|standaard)|(am\/pm|a\/p|上午\/下午)|(e[+-])|([ymdhsgeb]+)|([0#?])|([.,%/@])|([\s\S])/gi;

function compileSection(code: string): FormatSection & { readonly condition?: Condition } {
  const tokens: FormatToken[] = [];
  let condition: Condition | undefined;
  for (const match of code.matchAll(TOKEN)) {
    const [, quoted, escaped, bracket, general, noon, exponent, letters, digit, sign, other] =
      match;
    const literal = quoted ?? escaped ?? other;
    if (literal !== undefined) tokens.push({ kind: "literal", text: literal });
    else if (bracket !== undefined) {
      const limit = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(bracket);
      if (limit !== null) condition = { operator: limit[1] ?? "=", value: Number(limit[2]) };
      else if (/^(h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: "date", text: "e" });
    } else if (general !== undefined) tokens.push({ kind: "number", text: "General" });
    else if (noon !== undefined) tokens.push({ kind: "date", text: "a" });
    else if (exponent !== undefined) tokens.push({ kind: "number", text: "E" });
    else if (letters !== undefined) tokens.push(...dateTokens(letters.toLowerCase()));
    else if (digit !== undefined) tokens.push({ kind: "digit", text: digit });
    else if (sign !== undefined) tokens.push({ kind: "number", text: sign });
  }
  const section = sectionOf(tokens);
  return condition === undefined ? section : { ...section, condition };
}

/** Letters as runs: "yyyymmdd" is y, m, d. Era years (e, g, b) are years. */
function dateTokens(letters: string): FormatToken[] {
  return [...letters.matchAll(/(.)\1*/g)].map(([, letter = ""]) => ({
    kind: "date",
    text: "egb".includes(letter) ? "y" : letter,
  }));
}

function sectionOf(tokens: readonly FormatToken[]): FormatSection {
  if (tokens.every((token) => token.kind === "literal" && token.text.trim() === "")) return NOTHING;
  const dates = tokens.filter((token) => token.kind === "date").map((token) => token.text);
  if (dates.length > 0) return { kind: "date", parts: dateParts(dates) };
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
