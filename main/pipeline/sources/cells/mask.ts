import { isMoney } from "../../../common/money.ts";
import type { FormatToken } from "./format-token.ts";
import { plainNumber } from "./number-text.ts";

/**
 * A format that adds zeros, blanks, signs or words: `00000`, `0# ## ##`, `"KD-"0`. Placeholders and
 * literals in order.
 */
export interface Mask {
  readonly tokens: readonly FormatToken[];
  /** How many zeros, where it is nothing else: nearly every mask, in nearly every row. */
  readonly zerosOnly: number | null;
  /** Whether it would round a number with decimals; such a number keeps its stored value. */
  readonly wholeOnly: boolean;
}

const CURRENCY = /\p{Sc}/gu;
/** Thousands parted by a blank. */
const GROUPED = /^#(?:\s###)*\s##[#0]$/;

/**
 * The mask of a section's tokens, or null where what a person sees is the stored number: formats
 * that add nothing, or a percent, fraction, exponent, currency or thousands format.
 */
export function maskOf(tokens: readonly FormatToken[]): Mask | null {
  const point = tokens.findIndex((token) => token.kind === "number" && token.text === ".");
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const isGeneral = (token: FormatToken) => token.kind === "number" && token.text === "General";
  const general = tokens.filter(isGeneral).length;
  if (tokens.some((token) => token.kind === "number" && token.text !== "." && !isGeneral(token))) {
    return null;
  }
  const zeros = whole.filter((token) => token.kind === "digit" && token.text === "0").length;
  const shown = whole.map((token): FormatToken => {
    if (isGeneral(token)) return { kind: "digit", text: "0" };
    return token.kind === "literal" ? { ...token, text: token.text.replace(CURRENCY, "") } : token;
  });
  if (zeros >= 2 && general === 0) {
    return { tokens: shown, zerosOnly: zeros === whole.length ? zeros : null, wholeOnly: false };
  }
  if (point >= 0 || general > 1 || (general === 1 && zeros > 0)) return null;
  return addsText(shown) ? { tokens: shown, zerosOnly: null, wholeOnly: true } : null;
}

/** Whether literals beside or among the digits are part of what the number stands for. */
function addsText(tokens: readonly FormatToken[]): boolean {
  const first = tokens.findIndex((token) => token.kind === "digit");
  const last = tokens.findLastIndex((token) => token.kind === "digit");
  if (first < 0) return false;
  const textOf = (some: readonly FormatToken[]) => some.map(({ text }) => text).join("");
  const before = textOf(tokens.slice(0, first));
  const among = textOf(tokens.slice(first, last + 1).filter(({ kind }) => kind === "literal"));
  const behind = textOf(tokens.slice(last + 1));
  if (GROUPED.test(textOf(tokens.slice(first, last + 1)))) return false;
  if (among !== "") return true;
  if (isMoney(before) || isMoney(behind) || isUnit(behind)) return false;
  const around = before.trim() + behind.trim();
  return around !== "" && around !== "()";
}

/** A counted thing behind a number: `0 "days"` is an amount of 42, not a text. */
function isUnit(text: string): boolean {
  const word = text.trim();
  return /^\s/.test(text) && /^\p{L}+\.?$/u.test(word) && /\p{Ll}/u.test(word);
}

/** The number with the mask's zeros and literals; decimals that are stored stay. */
export function applyMask(mask: Mask, value: number, ownSign: boolean): string {
  if (mask.zerosOnly !== null && value >= 0 && Number.isInteger(value)) {
    return plainNumber(value).padStart(mask.zerosOnly, "0");
  }
  const [whole = "", fraction] = plainNumber(Math.abs(value)).split(".");
  let left = whole === "0" ? "" : whole;
  const parts: string[] = [];
  const first = mask.tokens.findIndex((token) => token.kind === "digit");
  for (let at = mask.tokens.length - 1; at >= 0; at--) {
    const token = mask.tokens[at];
    if (token === undefined) continue;
    if (token.kind !== "digit") {
      parts.unshift(token.text);
    } else if (at === first) {
      parts.unshift(left === "" && token.text === "0" ? "0" : left);
    } else if (left !== "") {
      parts.unshift(left.slice(-1));
      left = left.slice(0, -1);
    } else if (token.text === "0") {
      parts.unshift("0");
    }
  }
  const sign = value < 0 && !ownSign ? "-" : "";
  return sign + parts.join("").trim() + (fraction === undefined ? "" : `.${fraction}`);
}
