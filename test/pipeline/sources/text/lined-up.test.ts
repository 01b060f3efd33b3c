import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { codes, judge } from "../shape/judged.ts";

const STORE = [
  "Card Number  Name              City        Points",
  "7000001      Ann Lake          Bath           120",
  "7000002      Ben Hill          Wells         9.50",
  "7000003      Cat van der Moor  Bristol          0",
].join("\n");
/** One blank before and behind the longest phone; each phone has a blank of its own. */
const PHONES = [
  "Code    Tel      First      Email",
  "C0001   555 0101 Ann        ann@example.com",
  "C0002   555 0102 Christiane b2@example.com",
  "C0003            Cat        cat@example.com",
].join("\r\n");
const OLD = [
  "Karte    Vorname  Nachname   Ort in Bayern",
  "-------  -------  ---------  ------------",
  "8000001  Jörg     Müller     Köln",
  "8000002  Käthe    Weiß       Düsseldorf",
  "8000003           Groß       Bad Münstereifel",
  "",
].join("\r\n");

const cellsOf = async (list: string | Buffer) => {
  const judged = await judge(list, { name: "list.txt", choice: { delimiter: "blanks" } });
  return { judged, rows: judged.reading.firstRows.map(({ cells }) => cells) };
};

test.each([
  ["a store's list", STORE, ["7000003", "Cat van der Moor", "Bristol", "0"]],
  ["phones with blanks", PHONES, ["C0003", "", "Cat", "cat@example.com"]],
  ["an old encoding", iconv.encode(OLD, "win1252"), ["8000003", "", "Groß", "Bad Münstereifel"]],
])(
  "%s that is lined up with blanks is offered by its columns, and read so",
  async (_, list, last) => {
    const told = await judge(list, { name: "list.txt" });
    expect(told.reading.columns).toHaveLength(1);
    expect(told.findings.find(({ code }) => code === "columns-lined-up")?.remedy).toEqual({
      delimiter: "blanks",
    });
    const { judged, rows } = await cellsOf(list);
    expect(rows.at(-1)).toEqual(last);
    expect(judged.reading.delimiter).toBe("blanks");
    expect(codes(judged)).not.toContain("columns-lined-up");
    expect(judged.errors).toEqual([]);
    expect(judged.sent).toHaveLength(3);
  },
);

test("a later value that is longer is whole; a line that reaches across a gap is an error", async () => {
  const long = Array.from(
    { length: 4000 },
    (_, at) => `${7000004 + at}      Dan Reed          Bath            10`,
  );
  const longer = "7900001      Eva Longer Name A Bath            10";
  const { judged } = await cellsOf([STORE, ...long, longer].join("\n"));
  expect(judged.values.at(-1)).toMatchObject({ card_number: "7900001", city: "Bath" });
  expect(judged.errors).toEqual([]);
  const across = "7900002      Eva Far Too Long For It Bath      10";
  const broken = await cellsOf([STORE, ...long, across].join("\n"));
  expect(broken.judged.errors).toEqual([4005]);
  expect(broken.judged.sent).toHaveLength(4003);
});

test.each([
  ["a title above", `Customers of the store in Bath 2024\n${STORE}`],
  ["too few lines", STORE.split("\n").slice(0, 3).join("\n")],
  ["a line across the gaps", `${STORE}\n7000004 an old friend of the house, no card  yet  here`],
  ["a header without a name", STORE.replace("City", "    ").replace("Name", "    ")],
  ["a name of two words", PHONES.replace("First      Email", "First name Email")],
  ["signs that take two places", STORE.replace("Cat van der Moor", "田中　由美       ")],
])("with %s the columns are not cut", async (_, list) => {
  const told = await judge(list, { name: "list.txt" });
  const { rows } = await cellsOf(list);
  expect(codes(told)).not.toContain("columns-lined-up");
  expect(rows[0]).toHaveLength(1);
});

test.each([
  ["names alone", "Name\nAnn Lake\nBen Hill\nCat Moor\nDan Reed\n"],
  ["commas", "Card Number,Name\n1,Ann  Lake\n2,Ben  Hill\n3,Cat  Moor\n4,Dan  Reed\n"],
])("nothing is told of a list of %s", async (_, list) => {
  const told = codes(await judge(list, { name: "list.txt" }));
  expect(told.filter((code) => code.startsWith("columns-"))).toEqual([]);
});
