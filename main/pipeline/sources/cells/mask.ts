import type { FormatToken } from "./format-token.ts";
import { plainNumber } from "./number-text.ts";

/** A format that adds zeros: `00000`, `000-00-0000`, `"A"0000`. Placeholders and literals in order. */
export interface Mask {
  readonly tokens: readonly FormatToken[];
  /** How many zeros, where it is nothing else: nearly every mask, in nearly every row. */
  readonly zerosOnly: number | null;
}

const CURRENCY = /\p{Sc}/gu;

/**
 * The mask of a section's tokens, or null where the format adds no zeros in front: fewer than two
 * zeros before the decimal point, or a percent, fraction, exponent or thousands format, whose
 * numbers keep their stored value.
 */
export function maskOf(tokens: readonly FormatToken[]): Mask | null {
  const point = tokens.findIndex((token) => token.kind === "number" && token.text === ".");
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  if (tokens.some((token) => token.kind === "number" && token.text !== ".")) return null;
  const zeros = whole.filter((token) => token.kind === "digit" && token.text === "0").length;
  if (zeros < 2) return null;
  return {
    tokens: whole.map((token) =>
      token.kind === "literal" ? { ...token, text: token.text.replace(CURRENCY, "") } : token,
    ),
    zerosOnly: zeros === whole.length ? zeros : null,
  };
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
