import { expect, test } from "vitest";
import { createConditionTest, isLimit } from "../../../main/pipeline/mapping/conditions.ts";
import type { AmountFormat, ConditionKind, Mapping } from "../../../preload/types.ts";

const COLUMNS = [
  { index: 0, header: "City" },
  { index: 1, header: "Points" },
];

/** Whether a cell meets a condition. */
function meets(
  kind: ConditionKind,
  value: string,
  cell: string,
  amountFormat?: AmountFormat,
): boolean {
  const mapping: Mapping = [
    {
      ...({ field: "auto_add", columns: [1], transforms: [] } as const),
      ...(amountFormat === undefined ? {} : { amountFormat }),
    },
  ];
  const test_ = createConditionTest([{ column: "Points", kind, value }], COLUMNS, mapping);
  return test_?.({ number: 2, cells: ["", cell] }) === true;
}

test.each<[ConditionKind, string, string, boolean]>([
  ["is", "Bern", " bern ", true],
  ["is", "San  José", "san jose\u0301", true],
  ["is", "Bern", "Berne", false],
  ["is-not", "Bern", "BERN", false],
  ["is-not", "Bern", "", true],
  ["contains", "ern", "Bern", true],
  ["contains", "x", "Bern", false],
  ["is-empty", "", " ", true],
  ["is-empty", "", "0", false],
  ["is-not-empty", "", "0", true],
  ["above", "0", "1", true],
  ["above", "0", "0", false],
  ["above", "0", "-5", false],
  ["above", "0", "(5)", false],
  ["above", "-10", "-5", true],
  ["above", "0", "", false],
  ["above", "0", "n/a", false],
  ["above", "1000", "1,250.50", true],
  ["above", "1000", "1.250,50", true],
  ["above", "20", "$25", true],
  ["below", "100", "99.9", true],
  ["below", "100", "", false],
  ["above", "2024-01-01", "2024-06-30", true],
  ["above", "2024-01-01", "2023-12-31T10:00:00", false],
  ["below", "2024-01-01", "30/06/2020", false],
])("a cell that %s %s: %j is %s", (kind, value, cell, expected) => {
  expect(meets(kind, value, cell)).toBe(expected);
});

test("1.250 is above a hundred only where it is so in both readings, or as its column writes it", () => {
  expect(meets("above", "100", "1.250")).toBe(false);
  expect(meets("above", "1", "1.250")).toBe(true);
  expect(meets("above", "100", "1.250", "comma")).toBe(true);
  expect(meets("above", "100", "1.250", "point")).toBe(false);
});

test("a row has to meet all conditions", () => {
  const both = createConditionTest(
    [
      { column: "City", kind: "is", value: "Bern" },
      { column: "Points", kind: "above", value: "0" },
    ],
    COLUMNS,
    [],
  );
  const row = (...cells: readonly string[]) => both?.({ number: 2, cells });
  expect([row("Bern", "5"), row("Bern", "0"), row("Basel", "5"), row("Bern")]).toEqual([
    ...[true, false, false, false],
  ]);
});

test("a limit is a number or a day", () => {
  expect(["5", "-2.5", "1,000", "2024-01-31"].every(isLimit)).toBe(true);
  expect(["", "many", "31/01/2024"].some(isLimit)).toBe(false);
});
