import type { DelimiterName } from "../../common/batch.ts";

/**
 * In order of preference. The pipe is the documentation's own example and rare in customer data.
 * The comma comes before the tab because empty first and last values are common and a reader that
 * trims its lines would take the tabs around them for white space; most batches whose values hold
 * a pipe hold a comma too, and go with tabs.
 */
const DELIMITERS: readonly { readonly name: DelimiterName; readonly character: string }[] = [
  { name: "pipe", character: "|" },
  { name: "comma", character: "," },
  { name: "tab", character: "\t" },
];

/** A set of delimiters as bits, one per entry of DELIMITERS. */
export type DelimiterSet = number;

export const NO_DELIMITER: DelimiterSet = 0;

/** By the place of their bits in a set. */
export const DELIMITER_CHARACTERS = DELIMITERS.map((each) => each.character);

/** The first delimiter that is not in the set, or null where the values hold all three. */
export function freeDelimiter(used: DelimiterSet): DelimiterName | null {
  return DELIMITERS.find((_, index) => (used & (1 << index)) === 0)?.name ?? null;
}

export function delimiterCharacter(name: DelimiterName): string {
  switch (name) {
    case "pipe":
      return "|";
    case "comma":
      return ",";
    case "tab":
      return "\t";
  }
}
