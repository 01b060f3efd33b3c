import { describe, expect, test } from "vitest";
import { createRowRules } from "../../../main/pipeline/validation/row-rules.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { Mapping } from "../../../preload/types.ts";
import { columnsOf, mappingOf, options } from "./usual.ts";

describe("rules of a row", () => {
  const fields: readonly FieldName[] = ["code", "card_number", "first_name", "city"];
  const rules = createRowRules(mappingOf(fields), options, columnsOf(fields));
  const codes = (...values: readonly string[]) =>
    rules({ row: 3, values }).map((each) => `${each.severity} ${each.code} ${each.field}`);

  test("a row whose values together hold every delimiter is an error", () => {
    expect(codes("C-1", "", "a|b", "c,d")).toEqual([]);
    expect(codes("C-1", "", "a|b,c", "d\te")).toEqual(["error holds-every-delimiter city"]);
  });

  test("a row without code and card number is a warning, unless numbers are generated", () => {
    expect(codes("", "", "Jane", "Austin")).toEqual(["warning row-without-key null"]);
    const generating = createRowRules(
      mappingOf(fields),
      { ...options, generateCardNumbers: 10 },
      columnsOf(fields),
    );
    expect(generating({ row: 3, values: ["", "", "Jane", ""] })).toEqual([]);
  });

  test("a row that says of nobody whose it is is an error", () => {
    expect(codes("", "", "", "Austin")).toEqual(["error row-of-nobody null"]);
    expect(codes("C-1", "", "", "Austin")).toEqual([]);
    const generating = createRowRules(
      mappingOf(fields),
      { ...options, generateCardNumbers: 10 },
      columnsOf(fields),
    );
    expect(generating({ row: 3, values: ["", "", "", "Austin"] })).toMatchObject([
      { code: "row-of-nobody", severity: "error" },
    ]);
  });

  test("a company in a custom field, and lists of addresses alone, are somebody's", () => {
    const of = (fields: readonly FieldName[], values: readonly string[]) =>
      createRowRules(
        mappingOf(fields),
        options,
        columnsOf(fields),
      )({ row: 3, values }).map(({ code }) => code);
    const named: readonly FieldName[] = ["code", "last_name", "custom_field_2", "city"];
    expect(of(named, ["", "", "Lake Ltd", "Austin"])).toEqual(["row-without-key"]);
    expect(of(["street1", "city"], ["12 Main St", "Austin"])).toEqual(["row-without-key"]);
  });

  test("a row without any value from the list is an error, whatever is fixed", () => {
    expect(codes("", "", "", "")).toEqual(["error row-empty null"]);
    const fixed: Mapping = [
      ...mappingOf(["code"]),
      { field: "country", columns: [], fixed: "US", transforms: [] },
    ];
    const check = createRowRules(fixed, options, columnsOf(["code"]));
    expect(check({ row: 3, values: ["", "US"] }).map((each) => each.code)).toEqual(["row-empty"]);
  });
});
