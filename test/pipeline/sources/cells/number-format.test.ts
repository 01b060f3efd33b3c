import { describe, expect, it } from "vitest";
import { NumberReader } from "../../../../main/pipeline/sources/cells/number-cell.ts";
import { compileFormat } from "../../../../main/pipeline/sources/cells/number-format.ts";

function shown(value: number, code: string, date1904 = false): string {
  return new NumberReader(date1904).value(value, compileFormat(code));
}

describe("a number with a format", () => {
  it.each([
    [1234, "00000", "01234"],
    [90210, "00000", "90210"],
    [123456, "00000", "123456"],
    [0, "00000", "00000"],
    [-42, "0000", "-0042"],
    [-42, "0000;(0000)", "(0042)"],
    [0, '0000;-0000;"none"', "0"],
    [123456789, "000-00-0000", "123-45-6789"],
    [42, "000-00-0000", "000-00-0042"],
    [12345678, "00000-0000", "01234-5678"],
    [7, '"A"0000', "A0007"],
    [7, "\\K\\-000", "K-007"],
    [7, "[Red]000", "007"],
    [7, "[$-409]0000;@", "0007"],
    [5.5, "000.00", "005.5"],
    [5551234567, "(000) 000-0000", "(555) 123-4567"],
    [5551234, "[<=9999999]000-0000;(000) 000-0000", "555-1234"],
  ])("keeps the zeros of %d under %s", (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  it.each([
    [0.25, "0%"],
    [0.25, "00.00%"],
    [1234.5, '"$"#,##0.00'],
    [1234.5, "[$€-2] #,##0.00"],
    [1234567, "#,##0"],
    [1234567, "0,000"],
    [12345, "0.00E+00"],
    [0.5, "# ?/?"],
    [42, "General"],
    [42, "Standard"],
    [42, "@"],
    [42, "0"],
    [42, "#"],
    [42, '0 "days"'],
    [42, ""],
    [42, ";;;"],
  ])("reads %d under %s as it is stored", (value, code) => {
    expect(shown(value, code)).toBe(String(value));
  });

  it.each([
    ["m/d/yyyy", "1980-05-17"],
    ["dd/mm/yyyy;@", "1980-05-17"],
    ["[$-C0A]d mmm yyyy", "1980-05-17"],
    ['d" de "mmmm" de "yyyy', "1980-05-17"],
    ["mmm-yy", "1980-05-17"],
    ["yyyy", "1980-05-17"],
    ["[$-411]ge.m.d", "1980-05-17"],
    ['yyyy"年"m"月"d"日"', "1980-05-17"],
    ["[Red]yyyy\\-mm\\-dd", "1980-05-17"],
    ["General;yyyy", "29358.520833333332"],
    ["d/m/yyyy h:mm", "1980-05-17T12:30:00"],
    ["h:mm:ss AM/PM", "12:30:00"],
    ["h:mm", "12:30:00"],
    ["mm:ss.0", "12:30:00"],
    ["[h]:mm:ss", "704604:30:00"],
  ])("under %s is the date or time that a person sees", (code, text) => {
    const value = 29358.520833333332;
    expect(shown(value, code)).toBe(code.startsWith("General") ? "29358.5208333333" : text);
  });

  it("is no date for letters in quotes, colours and literals", () => {
    for (const code of ["[Yellow]0", '0" h"', "_d0", "*m0"]) expect(shown(5, code)).toBe("5");
    for (const code of ['"day" 0', "\\d0"]) expect(shown(5, code)).toMatch(/^d(?:ay )?5$/);
  });
});
