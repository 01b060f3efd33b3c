import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanCorrected, createMapper } from "../../../main/pipeline/mapping/apply.ts";
import type { CellMark } from "../../../main/pipeline/sources/source.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { FieldMapping, ListColumn, Transform } from "../../../preload/types.ts";

const columns: readonly ListColumn[] = ["A", "B", "C"].map((header, index) => ({
  index,
  header,
  samples: [],
}));

function entry(field: FieldName, about: Partial<FieldMapping> = {}): FieldMapping {
  return { field, columns: [0], transforms: [], ...about };
}

function mapOne(
  about: FieldMapping,
  cells: readonly string[],
  marks?: ReadonlyMap<number, CellMark>,
) {
  const row = { number: 7, cells, ...(marks === undefined ? {} : { marks }) };
  const { mapped, problems } = createMapper([about], columns)(row);
  return { value: mapped.values[0], codes: problems.map((each) => each.code), problems, mapped };
}

function value(transforms: readonly Transform[], ...cells: readonly string[]) {
  const indexes = cells.map((_, index) => index);
  return mapOne(entry("first_name", { columns: indexes, transforms }), cells).value;
}

describe("mapping a row", () => {
  test("gives one value per field, in the mapping's order, with the row's number", () => {
    const map = createMapper(
      [entry("email", { columns: [2] }), entry("code"), entry("city", { columns: [9] })],
      columns,
    );
    expect(map({ number: 7, cells: ["C-1", "x", "a@example.com"] }).mapped).toEqual({
      row: 7,
      values: ["a@example.com", "C-1", ""],
    });
  });

  test("trims blanks of any kind at both ends and keeps those inside", () => {
    expect(value([], " \u00a0\u200bJane  van\u00a0Dam\u202c\ufeff ")).toBe("Jane  van\u00a0Dam");
  });

  test.each([
    ["'02134", "02134"],
    ["'+15125550100", "+15125550100"],
    [" '00123 ", "00123"],
    ["'", ""],
    ["'s-Gravenhage", "'s-Gravenhage"],
    ["'t Hart", "'t Hart"],
    ["''02134", "''02134"],
    ["'quoted'", "quoted"],
    ["O'Neil", "O'Neil"],
  ])("takes the guard off %s: %s", (cell, expected) => {
    expect(value([], cell)).toBe(expected);
  });

  test("leaves a password's apostrophe alone", () => {
    expect(mapOne(entry("customer_password"), ["'secret"]).value).toBe("'secret");
  });

  test("makes each line break inside one blank and says so", () => {
    const { value, problems } = mapOne(entry("street1"), [
      "\n1 Main St\r\nApt 4\rrear\u2028left\n",
    ]);
    expect(value).toBe("1 Main St Apt 4 rear left");
    expect(problems).toEqual([
      {
        row: 7,
        column: "A",
        field: "street1",
        code: "line-break-replaced",
        severity: "warning",
        params: {},
      },
    ]);
  });

  test("drops control characters and says so, but keeps the tab", () => {
    const { value, codes } = mapOne(entry("street1"), ["1\u0000 Main\u001b\tSt"]);
    expect(value).toBe("1 Main\tSt");
    expect(codes).toEqual(["control-characters-removed"]);
  });

  test("applies transforms in order", () => {
    expect(value([{ kind: "trim" }], " a ")).toBe("a");
    expect(value([{ kind: "collapse-blanks" }], "a \u00a0 b")).toBe("a b");
    expect(value([{ kind: "case", to: "upper" }], "josé")).toBe("JOSÉ");
    expect(value([{ kind: "case", to: "lower" }], "JOSÉ")).toBe("josé");
    expect(value([{ kind: "case", to: "title" }], "JEAN-LUC o'neil ÅSA")).toBe(
      "Jean-Luc O'Neil Åsa",
    );
    expect(value([{ kind: "digits-only" }], "+1 (512) 555-0100")).toBe("15125550100");
    expect(value([{ kind: "default", value: "n/a" }], " ")).toBe("n/a");
    expect(value([{ kind: "default", value: "n/a" }], "x")).toBe("x");
    expect(value([{ kind: "replace", find: "$&", with: "$1" }], "a$&b$&")).toBe("a$1b$1");
    expect(
      value(
        [
          { kind: "replace", find: "-", with: " " },
          { kind: "case", to: "upper" },
        ],
        "a-b",
      ),
    ).toBe("A B");
  });

  test("splits names by blank and by comma", () => {
    const part = (by: "blank" | "comma", take: "first" | "rest" | "last", cell: string) =>
      value([{ kind: "split", by, take }], cell);
    expect(part("blank", "first", "Jane van  Dam")).toBe("Jane");
    expect(part("blank", "rest", "Jane van  Dam")).toBe("van  Dam");
    expect(part("blank", "last", "Jane van  Dam")).toBe("Dam");
    expect(part("blank", "rest", "Jane")).toBe("");
    expect(part("blank", "last", "Jane")).toBe("");
    expect(part("comma", "first", "van Dam , Jane")).toBe("van Dam");
    expect(part("comma", "rest", "van Dam , Jane")).toBe("Jane");
  });

  test("joins columns with one blank and leaves blank ones out", () => {
    expect(value([], "Hauptstr.", " ", "'1a")).toBe("Hauptstr. 1a");
  });

  test("gives a fixed value where there is no column", () => {
    expect(mapOne(entry("country", { columns: [], fixed: "US" }), ["x"]).value).toBe("US");
  });

  test("writes dates as YYYY-MM-DD and drops the time of true date cells", () => {
    const marks = new Map<number, CellMark>([[0, "date"]]);
    expect(mapOne(entry("custom_date"), ["1970-07-14T13:30:00"], marks)).toMatchObject({
      value: "1970-07-14",
      codes: [],
    });
    const chosen = entry("custom_date", { dateFormat: "DD/MM/YYYY" });
    expect(mapOne(chosen, ["14.07.1970"]).value).toBe("1970-07-14");
    expect(mapOne(chosen, ["31.02.1970"]).value).toBe("31.02.1970");
    expect(mapOne(entry("custom_field_1"), ["1970-07-14T13:30:00"], marks).value).toBe(
      "1970-07-14T13:30:00",
    );
  });

  test("tells damage that only the cell knows, on mapped columns", () => {
    const marks = new Map<number, CellMark>([
      [0, "digits-lost"],
      [1, "digits-lost"],
    ]);
    expect(mapOne(entry("card_number"), ["1234567890123450", "9"], marks).problems).toMatchObject([
      { code: "digits-lost", severity: "error", field: "card_number", column: "A", row: 7 },
    ]);
    const date = new Map<number, CellMark>([[0, "date"]]);
    expect(mapOne(entry("code"), ["2005-04-03"], date).codes).toEqual(["became-date"]);
  });

  test("cleans what a person types in the review the same way", () => {
    expect(cleanCorrected(entry("city"), " A\nB ")).toBe("A B");
    const date = entry("custom_date", { dateFormat: "DD/MM/YYYY" });
    expect(cleanCorrected(date, "14/07/1970")).toBe("1970-07-14");
    expect(cleanCorrected(date, "soon")).toBe("soon");
  });

  test("never lets a line break out, nor a delimiter that was not in the row or the mapping", () => {
    const transform: fc.Arbitrary<Transform> = fc.oneof(
      fc.constant<Transform>({ kind: "trim" }),
      fc.constant<Transform>({ kind: "collapse-blanks" }),
      fc.constant<Transform>({ kind: "digits-only" }),
      fc
        .constantFrom("upper" as const, "lower" as const, "title" as const)
        .map((to): Transform => ({ kind: "case", to })),
      fc
        .tuple(
          fc.constantFrom("blank" as const, "comma" as const),
          fc.constantFrom("first" as const, "rest" as const, "last" as const),
        )
        .map(([by, take]): Transform => ({ kind: "split", by, take })),
      fc.string().map((text): Transform => ({ kind: "default", value: text })),
      fc
        .tuple(fc.string({ minLength: 1 }), fc.string())
        .map(([find, text]): Transform => ({ kind: "replace", find, with: text })),
    );
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc
        .array(fc.constantFrom("a", " ", "\n", "\r", "\t", "|", ",", "'", "\u2028", "1"), {
          maxLength: 12,
        })
        .map((parts) => parts.join("")),
    );
    const mapping = fc.array(
      fc.record({
        field: fc.constantFrom<FieldName>("code", "email", "custom_date", "custom_field_1"),
        columns: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        fixed: cell,
        transforms: fc.array(transform, { maxLength: 4 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(mapping, fc.array(cell, { maxLength: 5 }), (entries, cells) => {
        const { mapped } = createMapper(entries, columns)({ number: 1, cells });
        expect(mapped.values.length).toBe(entries.length);
        for (const [at, text] of mapped.values.entries()) {
          expect(text).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/);
          expect(text).toBe(text.trim());
          const given = JSON.stringify([cells, entries[at]?.fixed, entries[at]?.transforms]);
          const source = `${cells.join("")}${entries[at]?.fixed ?? ""}${words(entries[at])}`;
          for (const delimiter of ["|", ",", "\t"]) {
            expect(text.includes(delimiter) && !source.includes(delimiter), given).toBe(false);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The characters that transforms themselves bring in. */
function words(entry: FieldMapping | undefined): string {
  return (entry?.transforms ?? [])
    .map((each) => {
      if (each.kind === "default") return each.value;
      return each.kind === "replace" ? each.with : "";
    })
    .join("");
}
