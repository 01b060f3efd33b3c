import { expect, test } from "vitest";
import { bookFile } from "../../../helpers/xlsx-bytes.ts";
import { codes, judge, judgeFile } from "../shape/judged.ts";

const HEAD = "Card Number,First Name,City\n";
const PEOPLE = "7000001,Ann,Bath\n7000002,Ben,Wells\n";

const misread = (text: string) => Buffer.from(text).toString("latin1");

test.each([
  [
    "one name among others",
    `${HEAD}${PEOPLE}7000003,Ã‰mile,Bath\n`,
    [4],
    { seen: "Ã‰mile", meant: "Émile" },
  ],
  [
    "every row",
    `${HEAD}7000001,Zoë,HauptstraÃŸe\n7000002,PaweÅ‚,Å\u0081Ã³dÅº\n`,
    [2, 3],
    { seen: "HauptstraÃŸe", meant: "Hauptstraße" },
  ],
  [
    "letters misread as Latin-1",
    `${HEAD}7000001,${misread("Émile")},Bath\n${PEOPLE}`,
    [2],
    undefined,
  ],
  [
    "what was misread twice",
    `${HEAD}7000001,JosÃƒÂ©,Bath\n${PEOPLE}`,
    [2],
    { seen: "JosÃƒÂ©", meant: "José" },
  ],
  [
    "Cyrillic names",
    `${HEAD}7000001,Ð˜Ð²Ð°Ð½,Bath\n${PEOPLE}`,
    [2],
    { seen: "Ð˜Ð²Ð°Ð½", meant: "Иван" },
  ],
] as const)(
  "%s: told with what was meant, one press decodes it back",
  async (_, list, rows, example) => {
    const judged = await judge(list);
    const told = judged.findings.find(({ code }) => code === "rows-misread");
    expect(told).toMatchObject({ rows, remedy: { decodeBack: true } });
    if (example !== undefined) expect(told?.example).toMatchObject(example);
    expect(judged.sent).toHaveLength(judged.values.length);
    const back = await judge(list, { choice: { decodeBack: true } });
    expect(codes(back)).toEqual(["rows-decoded-back"]);
    expect(JSON.stringify(back.values)).not.toMatch(/[ÃÅÐ][^a-z]/u);
  },
);

test("the headers are decoded back and mapped", async () => {
  const list =
    "NÃºmero de tarjeta,Nombre,TelÃ©fono\n7000001,Ana,555 010 1001\n7000002,Eva,555 010 1002\n";
  expect(codes(await judge(list))).toEqual(["rows-misread"]);
  const back = await judge(list, { choice: { decodeBack: true } });
  expect(back.reading.columns.map(({ header }) => header)).toEqual([
    "Número de tarjeta",
    "Nombre",
    "Teléfono",
  ]);
  expect(back.values[0]).toMatchObject({ card_number: "7000001", phone: "555 010 1001" });
});

test("a row far behind the first ones is told by the check of all rows", async () => {
  const list = `${HEAD}${"7000001,Ann,Bath\n".repeat(500)}7000003,Ã–zil,Bath\n`;
  const { findings } = await judge(list);
  expect(findings.map(({ code, rows }) => [code, rows])).toEqual([["rows-misread", [502]]]);
});

test("a workbook made of a list that was opened wrongly", async () => {
  const rows = [
    ["Card Number", "First Name", "City"],
    ["7000001", "MÃ³nica", "MÃ¡laga"],
    ["7000002", "João", "SÃO PAULO"],
  ].map((cells) => cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join(""));
  const path = bookFile({ sheet: rows.map((cells) => `<row>${cells}</row>`).join("") });
  const told = await judgeFile(path);
  expect(told.findings).toMatchObject([{ code: "rows-misread", rows: [2] }]);
  const back = await judgeFile(path, { decodeBack: true });
  expect(back.values.map(({ first_name, city }) => [first_name, city])).toEqual([
    ["Mónica", "Málaga"],
    ["João", "SÃO PAULO"],
  ]);
});

test.each([
  [
    "names in Portuguese capitals",
    `${HEAD}7000001,JOÃO,SÃO PAULO\n7000002,CONCEIÇÃO,MÂNCIO LIMA\n`,
  ],
  ["Vietnamese names", `${HEAD}7000001,Nguyễn,Đà Nẵng\n7000002,Ánh,HÀ NỘI\n`],
  ["Romanian capitals", `${HEAD}7000001,STĂNCUȚA,ORĂŞTIE\n7000002,ÎNCĂ,IAŞI\n`],
  ["signs", `${HEAD}7000001,NESCAFÉ®,«MENÜ»\n7000002,5 °C,£5 – ½\n`],
  ["Cyrillic names", `${HEAD}7000001,Иван,СЕН\n7000002,Київ,ЇЖАК\n`],
])("nothing is told of %s", async (_, list) => {
  expect(codes(await judge(list))).toEqual([]);
});

test("what may be meant as it stands stays when the others are decoded back", async () => {
  const list = `${HEAD}7000001,JosÃ©,IRÃ…\n7000002,IRMÃ’s,Bath\n`;
  const back = await judge(list, { choice: { decodeBack: true } });
  expect(back.values).toMatchObject([
    { first_name: "José", city: "IRÃ…" },
    { first_name: "IRMÃ’s", city: "Bath" },
  ]);
});
