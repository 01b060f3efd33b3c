import fc from "fast-check";
import { expect, test } from "vitest";
import { bookFile } from "../../../helpers/xlsx-bytes.ts";
import { codes, judge, judgeFile } from "./judged.ts";

const CELLS = [
  ["Card Number", "First Name", "Last Name", "Email"],
  ["7000001", "Ann", "Lake", "a1@example.com"],
  ["7000002", "Ben", "Hill", "b2@example.com"],
  ["7000003", "Cat", "Moor", "c3@example.com"],
];
const by = (delimiter: string, rows = CELLS) => rows.map((cells) => cells.join(delimiter));
const quoted = (line: string) => `"${line.replaceAll('"', '""')}"`;
const [HEAD = "", ...ROWS] = by(",");

const IN_QUOTES = ["lines-in-quotes"];
const OTHERWISE = ["header-separated-otherwise"];

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["every line in quotes", [HEAD, ...ROWS].map(quoted), IN_QUOTES],
  ["every line in quotes, separated by semicolons", by(";").map(quoted), IN_QUOTES],
  ["every line in quotes, separated by tabs", by("\t").map(quoted), IN_QUOTES],
  ["every row in quotes, the header not", [HEAD, ...ROWS.map(quoted)], IN_QUOTES],
  ["the header in quotes alone", [quoted(HEAD), ...ROWS], IN_QUOTES],
  ["the header in quotes over a single row", [quoted(HEAD), ROWS[0] ?? ""], IN_QUOTES],
  [
    "half of the rows in quotes",
    [HEAD, quoted(ROWS[0] ?? ""), ROWS[1] ?? "", quoted(ROWS[2] ?? "")],
    IN_QUOTES,
  ],
  [
    "lines in quotes with empty values behind them",
    [HEAD, ...ROWS].map((line) => `${quoted(line)},,,`),
    IN_QUOTES,
  ],
  ["a header with semicolons over commas", [by(";")[0] ?? "", ...ROWS], OTHERWISE],
  ["a header with commas over tabs", [HEAD, ...by("\t").slice(1)], OTHERWISE],
  ["a header with tabs over semicolons", [by("\t")[0] ?? "", ...by(";").slice(1)], OTHERWISE],
  ["a header with semicolons over a single row", [by(";")[0] ?? "", ROWS[0] ?? ""], OTHERWISE],
  [
    "a quoted header with semicolons over commas",
    ['"Card Number";"First Name";"Last Name";"Email"', ...ROWS],
    OTHERWISE,
  ],
])("%s", async (_, lines, told) => {
  const judged = await judge(`${lines.join("\n")}\n`);
  expect(judged.reading.columns.map(({ header }) => header)).toEqual(CELLS[0]);
  const rows = CELLS.slice(1, lines.length);
  expect(judged.reading.firstRows.slice(1).map(({ cells }) => cells)).toEqual(rows);
  expect(codes(judged)).toEqual(told);
});

test("quotes inside lines in quotes are doubled", async () => {
  const lines = [
    "Card Number,Name,City",
    '7000001,"Lake, Ann",Bath',
    '7000002,"Ben ""Bo"" Hill",Wells',
  ];
  const judged = await judge(lines.map(quoted).join("\r\n"));
  expect(judged.reading.firstRows.map(({ cells }) => cells)).toEqual([
    ["Card Number", "Name", "City"],
    ["7000001", "Lake, Ann", "Bath"],
    ["7000002", 'Ben "Bo" Hill', "Wells"],
  ]);
});

test("a separator that was chosen is the only one", async () => {
  const wrapped = await judge([HEAD, ...ROWS].map(quoted).join("\n"), {
    choice: { delimiter: ";" },
  });
  expect(wrapped.reading.columns).toHaveLength(1);
  const other = await judge([by(";")[0], ...ROWS].join("\n"), { choice: { delimiter: ";" } });
  expect(other.reading.columns.map(({ header }) => header)).toEqual(CELLS[0]);
});

test("columns that are lined up with blanks are told in words that fit", async () => {
  const lines = CELLS.map((cells) => cells.map((cell) => cell.padEnd(16)).join(""));
  expect(codes(await judge(lines.join("\n")))).toContain("columns-lined-up");
  const unsure = ["A list of our customers", ...lines].join("\n");
  expect(codes(await judge(unsure))).toContain("columns-of-blanks");
});

const book = (rows: readonly (readonly string[])[]) =>
  bookFile({
    sheet: rows
      .map(
        (cells) =>
          `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell.replaceAll('"', "&quot;")}</t></is></c>`).join("")}</row>`,
      )
      .join(""),
  });

test.each([",", ";", "\t", "|"])(
  "a workbook whose only column holds values parted by %j",
  async (delimiter) => {
    const judged = await judgeFile(book(by(delimiter).map((line) => [line])));
    expect(judged.reading.firstRows.map(({ cells }) => cells)).toEqual(CELLS);
    expect(judged.values).toHaveLength(3);
    expect(codes(judged)).toEqual(["column-of-lists"]);
  },
);

test.each([
  ["a single column of names", ["Name", '"Lake, Ann"', '"Hill, Ben"', '"Moor, Cat"']],
  ["a quoted column of names", ['"Full name"', '"Lake, Ann"', '"Hill, Ben"']],
  ["a quoted column of amounts", ["Amount", '"1,50"', '"2,75"', '"3,00"']],
  ["quoted values", CELLS.map((cells) => cells.map(quoted).join(","))],
  ["semicolons inside values", ["Card Number,Tags", "7000001,a;b", "7000002,c;d"]],
  ["a single column of sentences", ["Email", "a1@example.com", "b2@example.com"]],
])("nothing is told of %s", async (_, lines) => {
  const told = codes(await judge(`${lines.join("\n")}\n`));
  expect(
    told.filter((code) =>
      ["lines-in-quotes", "header-separated-otherwise", "columns-of-blanks"].includes(code),
    ),
  ).toEqual([]);
});

test.each([
  ["names with commas", [["Name"], ["Lake, Ann"], ["Hill, Ben"]]],
  ["addresses", [["Address"], ["1 Low Rd, Bath, UK"], ["2 Low Rd, Wells, UK"]]],
])("nothing is told of a workbook with a single column of %s", async (_, rows) => {
  const judged = await judgeFile(book(rows));
  expect(codes(judged)).not.toContain("column-of-lists");
  expect(judged.reading.columns).toHaveLength(1);
});

test("whatever a list holds, its headers leave rows below them", async () => {
  const cell = fc.constantFrom(
    "A",
    "1",
    "Name",
    "Card Number",
    "",
    "x@example.com",
    "2024-01-01",
    "Total",
    "Code",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
      fc.constantFrom(",", ";"),
      async (rows, delimiter) => {
        const lines = rows.map((cells) => cells.join(delimiter));
        fc.pre(rows.filter((cells) => cells.some((one) => one !== "")).length >= 2);
        const { reading } = await judge(`sep=${delimiter}\n${lines.join("\n")}\n`);
        const last = reading.firstRows.findLast(({ cells }) => cells.some((one) => one !== ""));
        expect(last?.row).toBeGreaterThan(reading.headerRow);
      },
    ),
    { numRuns: 150 },
  );
});
