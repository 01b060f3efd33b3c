import { expect, test } from "vitest";
import { workbook } from "./flat-workbook.ts";
import { codes, judge } from "./judged.ts";

const LIST =
  "Card Number,First Name,Last Name,Street,City,Zip\n" +
  "7000001,Ann,Lake,1 Low Rd,Bath,12345\n" +
  "7000002,Ben,Hill,2 Low Rd,Bath,12345\n" +
  "7000003,Cat,Moor,3 Low Rd,Bath,12345\n";

test.each([
  ["a comma in an unquoted street", "7000004,Dan,Ford,12 Main St, Apt 4,Springfield,12346\n", [5]],
  ["quotes inside quotes", '7000004,Dan,Ford,"The "Old Mill", Unit 4",Springfield,12346\n', [5]],
  ["two commas in a name", "7000004,Dan, Jr., PhD,Ford,4 Low Rd,Bath,12346\n", [5]],
])("%s makes its row an error", async (_, row, errors) => {
  const judged = await judge(LIST + row);
  expect(codes(judged)).toContain("rows-too-long");
  expect(judged.errors).toEqual(errors);
  expect(judged.sent).toEqual([2, 3, 4]);
});

test.each([
  ["an unquoted line break", "7000004,Dan,Ford,12 Main St\nApt 4,Springfield,12346\n", [5, 6]],
  ["a row that ends early", "7000004,Dan,Ford\n", [5]],
  ["a line break in the name", "7000004,Da\nn,Ford,4 Low Rd,Bath,12346\n", [5, 6]],
])("%s makes its rows errors", async (_, row, errors) => {
  const judged = await judge(LIST + row);
  expect(codes(judged)).toEqual(["rows-too-short"]);
  expect(judged.errors).toEqual(errors);
  expect((await judge(LIST + row, { choice: { keepRows: true } })).errors).toEqual([]);
});

test.each([
  [
    "rows whose empty ends are left out",
    "Card,First Name,Email,Phone\n1001,Ann\n1002,Ben,b@example.com\n1003,Cat\n1004,Dan,d@example.com,555-010-1001\n1005,Eve,e@example.com,555-010-1002\n1006,Fay,f@example.com,555-010-1003\n",
  ],
  [
    "separators at the end of every row",
    "Card,First Name,Email,\n1001,Ann,a@example.com,\n1002,Ben,b@example.com,\n1003,Cat,c@example.com,\n",
  ],
  [
    "separators at the end of one row",
    "Card,First Name,Email\n1001,Ann,a@example.com\n1002,Ben,b@example.com,,\n1003,Cat,c@example.com\n1004,Dan,d@example.com\n",
  ],
  [
    "quoted line breaks and commas",
    'Card,First Name,Street\n1001,Ann,"1 Low Rd\nApt 2"\n1002,Ben,"2 Low Rd, Apt 3"\n1003,Cat,3 Low Rd\n',
  ],
  [
    "a title above",
    "Customers of June\n\nCard,First Name,Email\n1001,Ann,a@example.com\n1002,Ben,b@example.com\n1003,Cat,c@example.com\n",
  ],
])("nothing is told of %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual([]);
  expect(judged.errors).toEqual([]);
});

const HEAD = ["Card Number", "First Name", "Last Name", "Email", "City", "Zip"];
const person = (at: number, ...more: readonly string[]) => [
  `700000${at}`,
  "Ann",
  "Lake",
  `ann${at}@example.com`,
  "Bath",
  `1234${at}`,
  ...more,
];
const PEOPLE = [1, 2, 3, 4].map((at) => person(at));

test.each<readonly [string, readonly string[]]>([
  ["a comma in the name", ["7000005", "Dan", "Jr.", "Ford", "dan@example.com", "Bath", "12345"]],
  ["a comma in the city", ["7000005", "Dan", "Ford", "dan@example.com", "Bath", "Avon", "12345"]],
  ["two values too many", ["7000005", "Dan", "Jr.", "MD", "Ford", "d@example.com", "Bath", "1"]],
  ["an empty cell before", ["7000005", "", "Ford", "dan@example.com", "Bath", "Avon", "12345"]],
])("in a workbook %s makes its row an error", async (_, row) => {
  const sheet = ["Customers", HEAD, ...PEOPLE, row] as const;
  const judged = await judge(workbook(sheet), { name: "list.fods" });
  expect(judged.errors).toEqual([6]);
  expect(judged.findings).toMatchObject([{ code: "rows-too-long", rows: [6] }]);
});

test("values of the last column behind the last header show nothing of the others, but are told", async () => {
  const head = ["Card Number", "First Name", "City"];
  const rows = [1, 2, 3, 4].map((at) => [`700000${at}`, "Ann", "Bath"]);
  const judged = await judge(
    workbook(["Customers", head, ...rows, ["7000005", "Dan", "Ford", "Bath"]]),
    { name: "list.fods" },
  );
  expect(judged.errors).toEqual([6]);
});

test.each<readonly [string, readonly (readonly string[])[]]>([
  ["a remark beside the table", [...PEOPLE, person(5, "call her back")]],
  ["a remark behind a gap", [...PEOPLE, ["7000005", "Dan", "Ford", "", "Bath", "", "", "moved"]]],
  ["a column that has no header", [1, 2, 3, 4, 5].map((at) => person(at, at % 2 ? "gold" : ""))],
  ["empty cells", [...PEOPLE, ["7000005"], ["7000006", "", "Ford"]]],
])("in a workbook nothing is told of %s", async (_, rows) => {
  const judged = await judge(workbook(["Customers", HEAD, ...rows]), { name: "list.fods" });
  expect(codes(judged)).toEqual([]);
  expect(judged.errors).toEqual([]);
});

/** As Excel writes it: rows sixteen by sixteen, separators only as far as one of them needs. */
function asExcelWrites(rows: readonly (readonly string[])[]): string {
  const lines: string[] = [];
  for (let from = 0; from < rows.length; from += 16) {
    const block = rows.slice(from, from + 16);
    const width = Math.max(...block.map((cells) => cells.findLastIndex((cell) => cell !== "") + 1));
    for (const cells of block) lines.push(cells.slice(0, width).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

test.each<readonly [string, (at: number) => boolean]>([
  ["the last third", (at) => at < 40],
  ["one block in the middle", (at) => at < 16 || at >= 32],
  ["every third row, and a block", (at) => at % 3 !== 0 && (at < 32 || at >= 48)],
  ["all but the first row", (at) => at === 1],
])("nothing is told of a list that Excel wrote without the phones of %s", async (_, hasPhone) => {
  const rows = Array.from({ length: 64 }, (__, at) =>
    at === 0
      ? ["Card Number", "First Name", "Phone"]
      : [String(7000000 + at), "Ann", hasPhone(at) ? "555-010-1001" : ""],
  );
  const judged = await judge(asExcelWrites(rows));
  expect(codes(judged)).toEqual([]);
  expect(judged.sent).toHaveLength(63);
});

test("where empty ends are left out, rows without a phone are whole", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${7000100 + at},Ann,555-010-1001\n`);
  const list = `Card Number,First Name,Phone\n${rows.join("")}7000008,Dan\n7000009,Eve\n`;
  expect(codes(await judge(list))).toEqual([]);
});

test("a row with fewer values than every other is not sent", async () => {
  const rows = Array.from({ length: 4 }, (_, at) => `${7000100 + at},Ann,Lake,Bath\n`);
  const list = `Card Number,First Name,Last Name,City\n${rows.join("")}7000009,Eve,Hull\n`;
  const judged = await judge(list);
  expect(judged.errors).toEqual([6]);
  expect(codes(judged)).toEqual(["rows-too-short"]);
});

test("a row that is short in a list whose others have empty ends is broken", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${7000100 + at},Ann,Bath,${at % 2 ? 1 : ""}\n`,
  );
  const list = `Card Number,First Name,City,Points\n${rows.join("")}7000009,Eve\n7000010,Dan,Bath,1\n`;
  const judged = await judge(list);
  expect(judged.errors).toEqual([42]);
});

test("a phone number where the postal code belongs is one place too far to the left", async () => {
  const row = (at: number) => `700000${at},Ann,${at} Low Rd,Bath,1234${at},212555014${at}\n`;
  const judged = await judge(
    `Card,Name,Street,City,Zip,Phone\n${[1, 2, 3, 4].map(row).join("")}7000009,Dan,4 Low Rd,Bath,2125550149\n`,
  );
  expect(judged.errors).toEqual([6]);
  expect(codes(judged)).toEqual(["rows-lack-values"]);
});

test("a word that a line break cut off is no customer, though the header begins with one too", async () => {
  const row = (at: number) => `700000${at},Ann,Lake,${at} Low Rd,Bath,1234${at},212555014${at}\n`;
  const judged = await judge(
    `Card,First,Last,Street,City,Zip,Phone\n${[1, 2, 3].map(row).join("")}7000008,Dan,Ford,12 Main\nSt,Bath,12348,2125550148\n${row(5)}`,
  );
  expect(judged.errors).toEqual([5, 6]);
  expect(judged.sent).toEqual([2, 3, 4, 7]);
});

test.each([
  [
    "typed by hand",
    "Card,First,City,Phone,Note\n7001,Eve,Reno,5550142301,vip\n7002,Jon,Elko,5550142302\n7003,Amy,Reno,5550142303,\n7004,Bo,Elko\n7005,Al,Reno,5550142305,new\n",
  ],
  [
    "down to the first name",
    "Karte;Vorname;Ort;Telefon\n7001;Eva;Ulm;0731111\n7002;Jan;;\n7003;Uwe\n7004;Ida;Hof\n7005;Ute\n7006;Kai;Ulm;0731116\n7007;Rita;Hof\n",
  ],
])("empty ends that are left out in turns make no broken rows: %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual([]);
  expect(judged.errors).toEqual([]);
});

test("among such rows one that a line break has cut is broken", async () => {
  const list =
    "Card,First,Street,City,Phone\n7001,Eve,1 Elm,Reno,5550142301\n7002,Jon,2 Elm\n7003,Amy,3 Elm,Reno,\n7004,Bo,4 Elm\nRear,Elko,5550142304\n7005,Al,5 Elm,Reno\n7006,Ed,6 Elm,Elko,5550142306\n";
  expect((await judge(list)).errors).toEqual(expect.arrayContaining([5, 6]));
});

test.each([
  [
    "a quote inside a value",
    '"Karte","Vorname","Firma","Ort"\n"101","Ute","Haus "Sonne", Hof 3","Bonn"\n"102","Uwe","Adler KG","Köln"\n',
  ],
  [
    "a comma in a street",
    "Card,First,Last,Street,City,Zip\n7001,Ben,Hill,12 Main St, Apt 4,Springfield,12346\n7002,Cat,Wood,3 Elm,Rome,13440\n",
  ],
])("one of only two rows that is shifted by %s is an error", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toContain("rows-too-long");
  expect(judged.sent).toEqual([3]);
});
