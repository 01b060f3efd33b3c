import fc from "fast-check";
import { expect, test } from "vitest";
import { createMapper } from "../../../main/pipeline/mapping/apply.ts";
import { createQuickLook } from "../../../main/pipeline/validation/quick-look.ts";
import { createRowRules } from "../../../main/pipeline/validation/row-rules.ts";
import { type FieldName, STANDARD_FIELDS } from "../../../preload/fields.ts";
import type { ImportOptions, ListColumn, Mapping } from "../../../preload/types.ts";

const columns: readonly ListColumn[] = [{ index: 0, header: "Column", samples: [] }];
const options = {
  generateCardNumbers: 8,
  repeatedRows: "keep-all",
} as unknown as ImportOptions;
const FIELDS: readonly FieldName[] = [...STANDARD_FIELDS, "custom_field_1"];

function mappingTo(field: FieldName): Mapping {
  return [{ field, columns: [0], transforms: [] }];
}

/** Pieces of everything that a value is looked at for. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "Ann",
      "NULL",
      "null",
      "NA",
      "None",
      "n/a",
      "-",
      "--",
      "?",
      "x",
      "\\N",
      "Loading",
      "...",
      "…",
    ],
    ...[
      "12",
      "7",
      "0",
      "00",
      ".0",
      "E",
      "E9",
      "E+12",
      "e10",
      "3.10820",
      "1985",
      "05",
      "03",
      "Mar",
      "Jan",
    ],
    ...[
      "-",
      "/",
      ".",
      ",",
      ":",
      ";",
      "|",
      " ",
      "  ",
      "\t",
      "\n",
      "'",
      "#",
      "#N/A",
      "&amp;",
      "&",
      "@",
    ],
    ...[
      "example.com",
      "a@b.com",
      '{"a":',
      '"}',
      "noemail@",
      "none@none.com",
      "0000",
      "999999999",
      "mailto:",
      "tel:",
      "<",
      ">",
      "é",
      "Ã©",
      "Ã",
      "ß",
      "ÿ",
      "×",
      "\u00a0",
    ],
    ...[
      "\u00ad",
      "\u0092",
      "\ufffd",
      "\u200b",
      "\ud83d",
      "Ж",
      "名",
      "(",
      ")",
      "+49",
      "ext",
      "12345678901",
    ],
    ...["1985-05-04", "2026-13-01", "1906-01-01", "2064-02-29", "a".repeat(99), "9".repeat(16)],
  ),
  fc.string({ unit: "binary", maxLength: 2 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
);
const cell = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));

test("a value that passes the quick look is the cell as it is, and nothing is to be said of it", () => {
  let passes = 0;
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), cell, (field, text) => {
      const mapping = mappingTo(field);
      const passed = createQuickLook(mapping, columns)([text]);
      if (passed[0] !== 1) return;
      passes += 1;
      const { mapped, problems } = createMapper(mapping, columns)({ number: 2, cells: [text] });
      const told = createRowRules(mapping, options, columns)(mapped).map(({ code }) => code);
      expect(mapped.values).toEqual([text]);
      expect(problems).toEqual([]);
      // Of the row, or of the day on which the list is read.
      expect(told.filter((code) => code !== "row-empty" && code !== "date-in-future")).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
  expect(passes).toBeGreaterThan(1000);
});

test("what nearly all cells hold passes: reading a long list takes no second look", () => {
  const usual = {
    card_number: ["6036000000000007"],
    code: ["C0000001"],
    first_name: ["Ann", "José", "Mary-Jane", "O'Neil"],
    email: ["ann.lake+shop@mail.example.com"],
    phone: ["+1 (555) 443-5761"],
    custom_date: ["1986-12-15"],
    street1: ["1232 Main Street, Apt 1"],
    postal_code: ["35761", "K1A0B1"],
    customer_PIN: ["0042"],
    auto_add: ["250"],
  };
  for (const [field, cells] of Object.entries<readonly string[]>(usual)) {
    const look = createQuickLook(mappingTo(field as FieldName), columns);
    for (const each of cells) expect([each, [...look([each])]]).toEqual([each, [1]]);
  }
});
