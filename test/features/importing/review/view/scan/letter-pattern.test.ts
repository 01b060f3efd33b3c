import { expect, test } from "vitest";
import { patternFor } from "../../../../../../main/features/importing/review/view/scan/letter-pattern.ts";
import { searchLetters } from "../../../../../../main/features/importing/review/view/search-letters.ts";
import { patternFault } from "../../../../../helpers/pattern-fault.ts";

const LONGEST = { timeout: 120_000 };

test("every letter is found by what it is searched as", () => {
  const missed: string[] = [];
  const patterns = new Map<string, RegExp | null>();
  for (let code = 0x20; code < 0x110000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const letter = String.fromCodePoint(code);
    const sought = searchLetters(letter);
    if (sought === "" || sought === letter) continue;
    const pattern = patterns.get(sought) ?? patternFor(sought);
    patterns.set(sought, pattern);
    if (pattern === null) continue;
    pattern.lastIndex = 0;
    if (!pattern.test(letter)) missed.push(letter);
  }
  expect(missed).toEqual([]);
  expect([...patterns.values()].filter((pattern) => pattern !== null).length).toBeGreaterThan(
    1_500,
  );
});

test.each(["zoe", "aaaaaaaaaaaaaaaa", "strasse 12", "анна", "日本", '"\\^-]'])(
  "what is made of %j takes no more time than a text is long",
  LONGEST,
  async (text) => {
    const { source, flags } = patternFor(searchLetters(text)) ?? { source: "", flags: "" };
    expect(source).not.toBe("");
    expect(await patternFault(source, flags)).toBeNull();
  },
);
