import { expect, test } from "vitest";
import { readFirst } from "../../../../main/pipeline/sources/read-first.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";
import { workbook } from "./flat-workbook.ts";
import { codes, judge } from "./judged.ts";

const CELLS = [
  ["Card", "First", "Email"],
  ["7001", "Ann", "ann@x.com"],
  ["7002", "Ben", "ben@x.com"],
  ["7003", "Cat", "cat@x.com"],
];
const SENT = [
  { card_number: "7001", first_name: "Ann", email: "ann@x.com" },
  { card_number: "7002", first_name: "Ben", email: "ben@x.com" },
  { card_number: "7003", first_name: "Cat", email: "cat@x.com" },
];
const lines = (separator: string, as: (line: string) => string) =>
  CELLS.map((cells) => `${as(cells.join(separator))}\n`).join("");

test.each([
  ["semicolons behind them", lines(",", (line) => `"${line}";`)],
  ["several semicolons behind them", lines(",", (line) => `"${line}";;`)],
  ["a comma behind them", lines(";", (line) => `"${line}",`)],
  ["a tab behind them", lines(",", (line) => `"${line}"\t`)],
  [
    "a bare header that ends so too",
    `Card,First,Email;\n${lines(",", (line) => `"${line}";`)
      .split("\n")
      .slice(1)
      .join("\n")}`,
  ],
])("of lines in quotes with %s, values go out without it", async (_, list) => {
  const judged = await judge(list);
  expect(judged.values).toMatchObject(SENT);
  expect(codes(judged)).toContain("lines-in-quotes");
});

test.each([":", "¬", "§", " ", "/"])(
  "a list that %j separates is divided, and told",
  async (sign) => {
    const judged = await judge(lines(sign, (line) => line));
    expect(judged.values).toMatchObject(SENT);
    expect(codes(judged)).toEqual(["column-of-lists"]);
  },
);

test.each([
  ["full names", "First name\nAnn Lake\nBen Hill\nCat Moor\n"],
  ["names and dates", "Name born on\nAnn Lake 1985\nBen Hill 1990\nCat Moor 1979\n"],
  ["times", "Time\n10:20:30\n11:20:30\n12:20:30\n"],
  [
    "addresses of pages",
    "Email\nhttp://a.example:80/x\nhttp://b.example:80/x\nhttp://c.example:80/x\n",
  ],
])("a single column of %s is not divided", async (_, list) => {
  const judged = await judge(list);
  expect(judged.reading.columns).toHaveLength(1);
});

const RULED =
  "Card     Name         Phone\n-------- ------------ ----------\n7001     Ann Lake     2125550142\n7002     Ben Hill     2125550143\n\n(2 rows affected)\n";

test("columns that a line of dashes rules are offered, and read as it says", async () => {
  const offered = await judge(RULED, { name: "list.txt" });
  expect(offered.findings).toContainEqual(
    expect.objectContaining({ code: "columns-lined-up", remedy: { delimiter: "blanks" } }),
  );
  const judged = await judge(RULED, { name: "list.txt", choice: { delimiter: "blanks" } });
  expect(judged.reading.columns.map(({ header }) => header)).toEqual(["Card", "Name", "Phone"]);
  expect(judged.values).toMatchObject([
    { card_number: "7001", first_name: "Ann", last_name: "Lake", phone: "2125550142" },
    { card_number: "7002", first_name: "Ben", last_name: "Hill", phone: "2125550143" },
  ]);
});

test.each(["\u0085,\u2028,\u2029", "\u0001,\u001A,", "\uFFFC,\uFFF9,"])(
  "a row of control characters and marks is an empty row: %j",
  async (row) => {
    const judged = await judge(`Card,First,Last\n7001,Ann,Lake\n${row}\n7002,Ben,Hill\n`);
    expect(judged.sent).toEqual([2, 4]);
    expect([judged.errors, judged.leftOut, codes(judged)]).toEqual([[], [], []]);
  },
);

const CUSTOMERS = ["Customers", ...CELLS] as const;

test("figures by month are passed over for a sheet of people", async () => {
  const figures = [
    "Dashboard",
    ["KPI", "Jan", "Feb"],
    ["New", "12", "14"],
    ["Active", "120", "9"],
  ] as const;
  const judged = await judge(workbook(figures, CUSTOMERS), { name: "book.fods" });
  expect(judged.reading.sheet).toBe("Customers");
  expect(codes(judged)).toEqual(["sheet-chosen"]);
});

test.each([
  [
    "a page to sign in",
    "list.xlsx",
    "<!DOCTYPE html><html><body><form>Sign in</form></body></html>",
  ],
  [
    "a page whose cells are in other files",
    "list.xls",
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><frameset rows="*,39"><frame src="a.htm"></frameset></html>',
  ],
])("%s is refused as one", async (_, name, text) => {
  await expect(readFirst(tempFile(name, text))).rejects.toMatchObject({
    code: "file-format-unsupported",
    params: { what: "HTML" },
  });
});
