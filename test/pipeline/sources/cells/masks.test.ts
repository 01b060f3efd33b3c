import fc from "fast-check";
import { format } from "numfmt";
import { expect, test } from "vitest";
import { utils, write } from "xlsx";
import { NumberReader } from "../../../../main/pipeline/sources/cells/number-cell.ts";
import { compileFormat } from "../../../../main/pipeline/sources/cells/number-format.ts";
import { shownText, textFormat } from "../../../../main/pipeline/sources/cells/text-format.ts";
import { readRows } from "../../../helpers/processes/read-rows.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";

function read(value: number, code: string): string {
  return new NumberReader(false).value(value, compileFormat(code));
}

test.each([
  [612345678, '0#" "##" "##" "##" "##', "06 12 34 56 78"],
  [612345678, "0###-##-##-##", "0612-34-56-78"],
  [123, '"KD-"0', "KD-123"],
  [4711, '"Kunde Nr. "#', "Kunde Nr. 4711"],
  [33, '"+"0', "+33"],
  [49301234567, "\\+## ## #######", "+49 30 1234567"],
  [205, '0"-B"', "205-B"],
  [77, '"ES"General', "ES77"],
  [12345678, '##"."###"."###', "12.345.678"],
  [5, '"A"0"/2024"', "A5/2024"],
  [42, '"00"0', "0042"],
  [7, "[Blue]\\M0", "M7"],
  [1, '[=1]"Gold";[=2]"Silver";General', "Gold"],
  [0, '"Yes";"Yes";"No"', "No"],
])("%d under %s is what a person sees: %s", (value, code, text) => {
  expect(read(value, code)).toBe(text);
  expect(format(code, value).trim()).toBe(text);
});

test.each([
  [42, '0 "days"', "42"],
  [120, '0" kg"', "120"],
  [25, '"$"0', "25"],
  [25, '0" EUR"', "25"],
  [25, '"kr. "0', "25"],
  [250, '0" TL"', "250"],
  [250, '"Rp"0', "250"],
  [250, '"US$"0', "250"],
  [250, '0"円"', "250"],
  [25, "[$€-407] 0", "25"],
  [1234, "# ##0", "1234"],
  [-5, "0_);(0)", "-5"],
  [-42, "0;-0;-", "-42"],
  [0, '0;-0;"-"', "0"],
  [12.5, '"KD-"0', "12.5"],
  [42, '"KD-"0.00', "42"],
  [0.5, '0"%"%', "0.5"],
  [42, "_-* 0_-", "42"],
])("%d under %s stays the number %s", (value, code, text) => {
  expect(read(value, code)).toBe(text);
});

test.each([
  [0, "0;-0;;@", ""],
  [0, "#,##0;-#,##0;", ""],
  [0, "000;-000;;", ""],
  [0, '0;-0;""', ""],
  [0, "[>0]0;[<0]-0;", ""],
  [0, "[=0];General", ""],
  [0, "#", ""],
  [0, "#,###", ""],
  [0, "#,##0", "0"],
  [0, '0;-0;"none"', "0"],
  [7, "0;-0;;@", "7"],
  [-7, "0;;;@", "-7"],
  [0, "0;-0", "0"],
  [0, ";;;", "0"],
])("a zero that its format leaves empty is none, %d under %s: %j", (value, code, text) => {
  expect(read(value, code)).toBe(text);
});

test.each([
  ["A12", '"M-"@', "M-A12"],
  ["A12", '0000;;;"M-"@', "M-A12"],
  ["A12", '@"/B"', "A12/B"],
  ["A12", "@", "A12"],
  ["A12", "_(@_)", "A12"],
  ["A12", '"M-"0', "A12"],
  ["", '"M-"@', ""],
])("the text %j under %s is seen as %j", (text, code, seen) => {
  expect(shownText(text, textFormat(code))).toBe(seen);
});

test.each(["xlsx", "biff8"] as const)(
  "texts in cells are as their formats show them: %s",
  async (type) => {
    const sheet = utils.aoa_to_sheet([["Card"], ["A12"], ["A13"]]);
    for (const at of ["A2", "A3"]) sheet[at] = { ...sheet[at], z: '"M-"@' };
    const book = utils.book_new(sheet, "One");
    const bytes: Buffer = write(book, { type: "buffer", bookType: type });
    const path = tempFile(`list.${type === "biff8" ? "xls" : "xlsx"}`, bytes);
    expect(await readRows(path)).toEqual([["Card"], ["M-A12"], ["M-A13"]]);
  },
);

test("any mask of digits and plain signs shows what a spreadsheet program shows", () => {
  const part = fc.constantFrom("0", "00", "##", "###", '"-"', '"/"', '"AB"', '" "', "\\.");
  const code = fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(""))
    .filter((text) => /[0#]/.test(text));
  fc.assert(
    fc.property(code, fc.integer({ min: 1, max: 9_999_999_999 }), (mask, value) => {
      const seen = format(mask, value).replace(/\s+/g, " ").trim();
      const got = read(value, mask).replace(/\s+/g, " ").trim();
      // Blanks alone between groups of three are thousands, which stay as they are stored.
      expect([seen, String(value)]).toContain(got);
      if (/[-/AB.]/.test(seen)) expect(got).toBe(seen);
    }),
    { numRuns: 500 },
  );
});
