import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { readRows } from "../../../helpers/processes/read-rows.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";
import { codes, judge } from "../shape/judged.ts";

const HEAD = "Card Number,First Name,Last Name\n";

/** In UTF-8 where no encoding is said. */
type Part = string | readonly [encoding: string, text: string];

function lines(...parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) =>
      typeof part === "string" ? Buffer.from(part) : iconv.encode(part[1], part[0]),
    ),
  );
}

/** Those rows, as text. */
function text(...parts: readonly Part[]): string[][] {
  const whole = parts.map((part) => (typeof part === "string" ? part : part[1])).join("");
  return whole
    .trim()
    .split("\n")
    .map((line) => line.split(","));
}

const UTF8 = "1,José,Peña\n2,Zoë,Müller\n3,Łukasz,Wiśniewski\n";

test.each([
  ["one row of windows-1252 in UTF-8", [HEAD, UTF8, ["windows-1252", "4,Begoña,Núñez\n"]], [5]],
  ["the first of them", [HEAD, ["windows-1252", "4,Begoña,Núñez\n"], UTF8], [2]],
  ["one row of windows-1250", [HEAD, UTF8, ["windows-1250", "4,Małgorzata,Gołąb\n"]], [5]],
  ["one row of Mac OS Roman", [HEAD, UTF8, ["macintosh", "4,José,Núñez\n"]], [5]],
  ["one row of code page 850", [HEAD, UTF8, ["cp850", "4,José,Núñez\n"]], [5]],
  [
    "one row of UTF-8 in windows-1252",
    [
      ["windows-1252", `${HEAD}1,José,Peña\n2,Zoë,Müller\n`],
      "3,Inés,Muñoz\n",
      ["windows-1252", "4,Begoña,Núñez\n"],
    ],
    [4],
  ],
  [
    "a row of UTF-8 in windows-1251",
    [["windows-1251", `${HEAD}1,Иван,Петров\n2,Анна,Смирнова\n`], "3,Ольга,Попова\n"],
    [4],
  ],
  [
    "a row of windows-1251 in UTF-8",
    [HEAD, "1,Иван,Петров\n2,Анна,Смирнова\n", ["windows-1251", "3,Ольга,Попова\n"]],
    [4],
  ],
  [
    "a row of UTF-8 in Shift_JIS",
    [["shift_jis", `${HEAD}1,太郎,山田\n2,花子,佐藤\n`], "3,健,鈴木\n"],
    [4],
  ],
  [
    "one cell of windows-1252 in a row of UTF-8",
    [HEAD, UTF8, "4,Begoña,", ["windows-1252", "Núñez\n"]],
    [5],
  ],
] as const)("%s is read in its own encoding and told", async (_, parts, rows) => {
  const list = lines(...parts);
  expect(await readRows(tempFile("list.csv", list))).toEqual(text(...parts));
  const { findings } = await judge(list);
  expect(findings.map(({ code, rows: told }) => [code, told])).toEqual([
    ["rows-in-other-encoding", rows],
  ]);
});

test("behind a byte order mark too", async () => {
  const parts = [`\ufeff${HEAD}`, UTF8, ["windows-1252", "4,Begoña,Núñez\n"]] as const;
  const read = await readRows(tempFile("list.csv", lines(...parts)));
  expect(read[0]).toEqual(["Card Number", "First Name", "Last Name"]);
  expect(read.at(-1)).toEqual(["4", "Begoña", "Núñez"]);
});

test("far behind the start, and in quotes", async () => {
  const many = UTF8.repeat(40_000);
  const odd = ["windows-1252", '4,"Begoña","Núñez, Ana"\n'] as const;
  const list = lines(HEAD, many, odd, many);
  expect((await readRows(tempFile("list.csv", list)))[120_001]).toEqual([
    "4",
    "Begoña",
    "Núñez, Ana",
  ]);
});

test("a letter that was cut off at the end of a cell costs no other letter", async () => {
  const cut = Buffer.concat([
    Buffer.from(`${HEAD}${UTF8}4,Jos`),
    Buffer.from([0xc3]),
    Buffer.from(",Núñez\n"),
  ]);
  const judged = await judge(cut);
  expect(codes(judged)).toEqual(["unreadable-letters"]);
  expect(judged.values.map(({ last_name }) => last_name)).toEqual([
    "Peña",
    "Müller",
    "Wiśniewski",
    "Núñez",
  ]);
});

test("an encoding that was chosen is the only one", async () => {
  const list = lines(HEAD, UTF8, ["windows-1252", "4,Begoña,Núñez\n"]);
  const western = await judge(list, { choice: { encoding: "windows-1252" } });
  expect(western.values[0]?.first_name).toBe("JosÃ©");
  expect(western.values[3]?.first_name).toBe("Begoña");
  expect(codes(await judge(list, { choice: { encoding: "utf-8" } }))).toEqual([
    "unreadable-letters",
  ]);
});

test.each([
  ["UTF-8", lines(HEAD, UTF8)],
  ["windows-1252", iconv.encode(`${HEAD}1,José,Peña\n2,Zoë,Müller\n`, "windows-1252")],
  [
    "windows-1252 with signs behind capitals",
    iconv.encode(`${HEAD}1,NESCAFÉ®,JOÃO’S\n2,CAFÉ™,«MENÜ»\n3,JOSÉ’S,BLÅ\n`, "windows-1252"),
  ],
  ["GB18030", iconv.encode(`${HEAD}1,华,李\n2,伟,张\n3,联通,王\n4,小明,赵\n`, "gb18030")],
  ["windows-1253", iconv.encode(`${HEAD}1,Γιώργος,Παπάς\n2,ΆΡΗΣ,Παύλου\n`, "windows-1253")],
])("nothing is told of a list in %s alone", async (_, list) => {
  expect(codes(await judge(list))).toEqual([]);
});
