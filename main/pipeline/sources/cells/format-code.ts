import type { FormatToken } from "./format-token.ts";

/** `[<=9999999]` in front of a section. */
export interface Condition {
  readonly operator: string;
  readonly value: number;
}

/** Cut at semicolons that are not inside quotes, brackets or behind a backslash. */
export function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]?|[^;"[\\_*])+|(?<=;|^)(?=;|$)/g) ?? [];
}

const TOKEN =
  /"([^"]*)"?|\\([\s\S]?)|[_*][\s\S]?|\[([^\]]*)\]?|(general|standard|standaard)|(am\/pm|a\/p|上午\/下午)|(e[+-])|([ymdhsgeb]+)|([0#?])|([.,%/@])|([\s\S])/gi;

/** A section of a code in pieces, and for which numbers it is. */
export function tokensOf(code: string): {
  readonly tokens: readonly FormatToken[];
  readonly condition: Condition | undefined;
} {
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
  return { tokens, condition };
}

/** Letters as runs: "yyyymmdd" is y, m, d. Era years (e, g, b) are years. */
function dateTokens(letters: string): FormatToken[] {
  return [...letters.matchAll(/(.)\1*/g)].map(([, letter = ""]) => ({
    kind: "date",
    text: "egb".includes(letter) ? "y" : letter,
  }));
}
