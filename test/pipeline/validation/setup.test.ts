import { describe, expect, test } from "vitest";
import { blocking, checkSetup, emptiedFields } from "../../../main/pipeline/validation/setup.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { FieldMapping, ImportOptions, ListColumn } from "../../../preload/types.ts";
import { options as good } from "./usual.ts";

function column(index: number, header: string, ...samples: readonly string[]): ListColumn {
  return { index, header, samples };
}

function entry(field: FieldName, index: number, about: Partial<FieldMapping> = {}): FieldMapping {
  return { field, columns: [index], transforms: [], ...about };
}

const columns = [column(0, "Customer ID", "C-1"), column(1, "Birthday", "03/04/1990")];

function codes(
  mapping: readonly FieldMapping[],
  options: Partial<ImportOptions> = {},
  list: readonly ListColumn[] = columns,
) {
  const steps = checkSetup(mapping, { ...good, ...options }, list);
  return [...steps.file, ...steps.columns, ...steps.options, ...steps.review].map(
    (each) => `${each.severity} ${each.code}`,
  );
}

describe("checking the setup", () => {
  test("a code, a campaign and a connection are enough", () => {
    expect(codes([entry("code", 0)])).toEqual([]);
  });

  test("each missing choice is an error with its sentence", () => {
    expect(codes([], {}, [])).toEqual(["error no-columns", "error no-column-mapped"]);
    expect(codes([entry("code", 0)], { campaigns: [], connectionId: null })).toEqual([
      "error no-connection",
      "error no-campaign",
    ]);
    const { options } = checkSetup([entry("code", 0)], { ...good, campaigns: [] }, columns);
    expect(options[0]?.message).toBe("No campaign is chosen. Choose at least one campaign.");
  });

  test("without a key field the list may go, and what comes of it is told", () => {
    const mapping = [entry("email", 0)];
    expect(codes(mapping)).toEqual(["warning no-key-mapped", "warning no-key-field"]);
    expect(codes(mapping, { generateCardNumbers: 10 })).toEqual(["warning no-key-mapped"]);
    const { columns: step } = blocking(checkSetup(mapping, good, columns));
    expect(step).toEqual([]);
  });

  test("an ambiguous date column blocks until a format is chosen", () => {
    expect(codes([entry("code", 0), entry("custom_date", 1)])).toEqual([
      "error date-format-undecided",
    ]);
    const chosen = entry("custom_date", 1, { dateFormat: "DD/MM/YYYY" });
    expect(codes([entry("code", 0), chosen])).toEqual([]);
    const mixed = [columns[0], column(1, "Birthday", "13/04/1990", "04/13/1990")] as ListColumn[];
    expect(codes([entry("code", 0), entry("custom_date", 1)], {}, mixed)).toEqual([
      "error date-format-mixed",
    ]);
    const iso = [columns[0], column(1, "Birthday", "1990-04-13")] as ListColumn[];
    expect(codes([entry("code", 0), entry("custom_date", 1)], {}, iso)).toEqual([]);
  });

  test("mistakes in a mapping are errors of their field", () => {
    expect(codes([entry("code", 0), entry("city", 9)])).toEqual(["error column-missing"]);
    expect(codes([entry("code", 0), entry("city", 1), entry("city", 1)])).toEqual([
      "error field-twice",
      "warning column-used-twice",
    ]);
    const empty: FieldMapping = { field: "city", columns: [], transforms: [] };
    expect(codes([entry("code", 0), empty])).toEqual(["error field-without-source"]);
    const fixed: FieldMapping = { field: "code", columns: [], fixed: "1", transforms: [] };
    expect(codes([fixed])).toEqual(["error key-fixed"]);
    expect(codes([entry("code", 0)], { campaigns: ["1", "1"] })).toEqual(["error campaign-twice"]);
  });

  test("auto_add names the first campaign", () => {
    const { options } = checkSetup([entry("code", 0), entry("auto_add", 1)], good, columns);
    expect(options).toMatchObject([
      {
        code: "auto-add-first-campaign",
        field: "auto_add",
        params: { campaign: good.campaigns[0] },
      },
    ]);
  });

  test("offers the customer code where a column may hold it", () => {
    const card = [column(0, "Loyalty card", "11223344")];
    expect(codes([entry("card_number", 0)], {}, card)).toEqual(["warning code-from-card-number"]);
    expect(codes([entry("card_number", 0), entry("code", 0)], {}, card)).toEqual([]);
    const id = [...card, column(1, "Record ID", "15101")];
    expect(codes([entry("card_number", 0)], {}, id)).toEqual(["warning id-column"]);
  });

  test("names the phone that was chosen among several", () => {
    const phones = [
      column(0, "Customer ID", "1"),
      column(1, "Mobile", "512-555-0100"),
      column(2, "Home phone", "512-555-0101"),
    ];
    const { columns: step } = checkSetup([entry("code", 0), entry("phone", 1)], good, phones);
    expect(step).toMatchObject([{ code: "several-phones", params: { column: "Mobile" } }]);
  });
});

test("overwriting empties every known field that is not mapped, the other key among them", () => {
  const emptied = emptiedFields([entry("code", 0), entry("email", 1)], ["custom_field_1"]);
  expect(emptied).toContain("first_name");
  expect(emptied).toContain("custom_field_1");
  expect(emptied).toContain("card_number");
  for (const field of ["code", "email", "auto_add"] as const) {
    expect(emptied).not.toContain(field);
  }
});
