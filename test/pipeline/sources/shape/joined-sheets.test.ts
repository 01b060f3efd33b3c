import { expect, test } from "vitest";
import { readFirst } from "../../../../main/pipeline/sources/read-first.ts";
import { placeOfRow, rowName } from "../../../../preload/lists/list-row.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";
import { type Sheet, workbook } from "./flat-workbook.ts";
import { codes, judge } from "./judged.ts";

const NAME = "stores.fods";
const HEAD = ["Card Number", "First Name", "Email"];
const NORTH: Sheet = ["North", HEAD, ["7000001", "Ann", "ann@example.com"]];
const SOUTH: Sheet = [
  "South",
  HEAD,
  ["7000002", "Ben", "ben@example.com"],
  ["7000003", "Cat", "cat@example.com"],
];

test.each<readonly [string, readonly Sheet[], string]>([
  ["two stores", [NORTH, SOUTH], "North / South"],
  [
    "columns in another order and case",
    [
      NORTH,
      ["West", ["EMAIL", "card number", "First  Name"], ["dan@example.com", "7000004", "Dan"]],
    ],
    "North / West",
  ],
  [
    "a column more",
    [NORTH, ["East", [...HEAD, "Phone"], ["7000005", "Eve", "eve@example.com", "555-010-1001"]]],
    "North / East",
  ],
  [
    "a title above the headers, and other sheets between",
    [
      ["Read me", ["One sheet for each store"]],
      NORTH,
      ["Prices", ["Product", "Price", "Stock"], ["Tea", "3", "12"]],
      ["Harbour", ["Store at the harbour"], HEAD, ["7000006", "Fay", "fay@example.com"]],
    ],
    "North / Harbour",
  ],
  [
    "months with headers that no dictionary knows",
    [
      ["Sausis", ["Vardas", "Miestas", "Kava"], ["Ona", "Vilnius", "taip"]],
      ["Vasaris", ["Vardas", "Miestas", "Kava"], ["Jonas", "Kaunas", "ne"]],
    ],
    "Sausis / Vasaris",
  ],
])("sheets that are alike are offered as one list: %s", async (_, sheets, joined) => {
  const judged = await judge(workbook(...sheets), { name: NAME });
  const told = judged.findings.find(({ code }) => code === "sheets-alike");
  expect(told?.remedy).toEqual({ sheet: joined });
  expect(judged.reading.sheet).toBe(joined.split(" / ")[0]);
});

test.each<readonly [string, readonly Sheet[]]>([
  ["a list and its prices", [NORTH, ["Prices", ["Product", "Price", "Stock"], ["Tea", "3", "12"]]]],
  ["an empty form of the list", [NORTH, ["Form", HEAD]]],
  [
    "another list of the same people",
    [
      NORTH,
      ["Visits", ["Card Number", "Date", "Amount", "Till"], ["7000001", "2024-05-01", "12", "3"]],
    ],
  ],
  ["one list alone", [NORTH]],
])("nothing is offered of %s", async (_, sheets) => {
  expect(codes(await judge(workbook(...sheets), { name: NAME }))).toEqual([]);
});

test("rows of several sheets are one list, values below the headers that they had", async () => {
  const sheets: readonly Sheet[] = [
    NORTH,
    SOUTH,
    ["East", ["Phone", ...HEAD], ["555-010-1001", "7000005", "Eve", "eve@example.com"]],
  ];
  for (const sheet of ["*", "North / South / East"]) {
    const judged = await judge(workbook(...sheets), { name: NAME, choice: { sheet } });
    expect(judged.reading.sheet).toBe("North / South / East");
    expect(judged.values.map((each) => [each.card_number, each.email, each.phone])).toEqual([
      ["7000001", "ann@example.com", ""],
      ["7000002", "ben@example.com", ""],
      ["7000003", "cat@example.com", ""],
      ["7000005", "eve@example.com", "555-010-1001"],
    ]);
    expect(judged.sent.map((row) => rowName(row, judged.reading.sheet))).toEqual([
      "2 (North)",
      "2 (South)",
      "3 (South)",
      "2 (East)",
    ]);
    expect(judged.findings).toMatchObject([{ code: "sheets-joined", remedy: { sheet: "North" } }]);
  }
});

test("a total below each store is told with its sheet, and the next store goes on", async () => {
  const total = ["Total", "", ""];
  const judged = await judge(
    workbook([...NORTH, total], ["South", HEAD, ["7000002", "Ben", "ben@example.com"], total]),
    { name: NAME, choice: { sheet: "*" } },
  );
  expect(judged.leftOut.map((row) => placeOfRow(row, "North / South"))).toEqual([
    { row: 3, sheet: "North" },
    { row: 3, sheet: "South" },
  ]);
  const told = judged.findings.find(({ code }) => code === "rows-are-totals");
  expect(told?.message).toContain("row 3 (North)");
  expect(judged.sent).toHaveLength(2);
});

test("a table below the list of one store does not swallow the next store", async () => {
  const judged = await judge(
    workbook([...SOUTH, [], ["Product", "Supplier", "Price"], ["Tea", "Leaf Ltd", "3"]], NORTH),
    { name: NAME, choice: { sheet: "South / North" } },
  );
  expect(judged.sent.map((row) => rowName(row, "South / North"))).toEqual([
    "2 (South)",
    "3 (South)",
    "2 (North)",
  ]);
});

test("sheets that are not there are refused, alone and among others", async () => {
  const path = tempFile(NAME, workbook(NORTH, SOUTH));
  for (const sheet of ["East", "North / East", "North / North"]) {
    await expect(readFirst(path, { sheet })).rejects.toMatchObject({ code: "sheet-missing" });
  }
});
