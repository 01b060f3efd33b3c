import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberReader } from "../../../../main/pipeline/sources/cells/number-cell.ts";
import {
  isPlainAsWritten,
  plainNumber,
} from "../../../../main/pipeline/sources/cells/number-text.ts";

describe("numbers as text", () => {
  it.each([
    ["1E-7", "0.0000001"],
    ["1.1E+3", "1100"],
    ["1.23457E+15", "1234570000000000"],
    ["0.30000000000000004", "0.3"],
    ["1.1000000000000001", "1.1"],
    ["-0", "0"],
    ["5.50", "5.5"],
    ["007", "7"],
    ["12345678901234567890", "12345678901234567000"],
    ["1E+21", "1000000000000000000000"],
    ["6036461234567891", "6036461234567891"],
    ["-12.5", "-12.5"],
    ["+5", "5"],
    ["abc", "abc"],
    ["", ""],
  ])("%s reads %s", (raw, text) => {
    expect(new NumberReader(false).text(raw, null)).toBe(text);
  });

  it("marks whole numbers of 16 or more digits, and no shorter ones", () => {
    const reader = new NumberReader(false);
    for (const [raw, mark] of [
      ["999999999999999", undefined],
      ["1000000000000000", "digits-lost"],
      ["6.03646123456789E+15", "digits-lost"],
      ["-1000000000000000", "digits-lost"],
      ["0.1234567890123456789", undefined],
    ] as const) {
      reader.text(raw, null);
      expect([raw, reader.mark]).toEqual([raw, mark]);
    }
  });

  it("marks numbers that a text of their form might mean otherwise", () => {
    const reader = new NumberReader(false);
    for (const [raw, mark] of [
      ["1.375", "fraction"],
      ["123.456", "fraction"],
      ["1.3750", "fraction"],
      ["1375", undefined],
      ["1.25", undefined],
      ["0.375", undefined],
      ["1234.567", undefined],
      ["-1.375", undefined],
    ] as const) {
      reader.text(raw, null);
      expect([raw, reader.mark]).toEqual([raw, mark]);
    }
  });

  it("never holds an exponent, and reads back as the same 15 digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        expect(Number(Number(text).toPrecision(15))).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });

  it("takes as written only what it would write itself", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.+\-E]{0,16}$/), (raw) => {
        if (isPlainAsWritten(raw)) expect(plainNumber(Number(raw))).toBe(raw);
      }),
    );
  });
});
