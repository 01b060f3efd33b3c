import { describe, expect, it } from "vitest";
import { patternFault } from "../helpers/pattern-fault.ts";
import { patternsIn } from "../helpers/patterns-in.ts";

describe("the check of all patterns", () => {
  it.each([
    ["words behind words", "^[^\\d\\s]+(?:[\\s,]+[^\\d\\s]+){1,4}$"],
    ["runs beside runs", "^\\S+@\\S+\\.\\S+$"],
    ["a run that is begun anew at each of its letters", "\\s+$"],
    ["a tag whose end never comes", "<meta[^>]+charset"],
  ])("finds %s", async (_, source) => {
    expect(await patternFault(source, "")).toMatch(/polynomial|exponential/);
  });

  it("lets a linear one pass", async () => {
    expect(await patternFault("^[^\\s@]+@[^\\s@.]+$", "u")).toBeNull();
  });

  it("sees literals, and calls of RegExp on constants; what it cannot see it names", () => {
    const code = [
      "const LETTERS = 'a-z';",
      "const word = /\\w+/gu;",
      "const made = new RegExp('^[' + LETTERS + ']+' + String.raw`\\d$`, 'i');",
      "const unknown = (text: string) => RegExp(text);",
    ].join("\n");
    expect(patternsIn("a.ts", code)).toEqual([
      { place: "a.ts:2", source: "\\w+", flags: "gu" },
      { place: "a.ts:3", source: "^[a-z]+\\d$", flags: "i" },
      { place: "a.ts:4", source: null, flags: "" },
    ]);
  });
});
