import { describe, expect, it } from "vitest";
import { proposeHeaderRow } from "../../../../main/pipeline/sources/headers/header-row.ts";
import { listColumns } from "../../../../main/pipeline/sources/headers/headers.ts";
import type { SourceRow } from "../../../../main/pipeline/sources/source.ts";

function rows(...lists: readonly (readonly string[])[]): SourceRow[] {
  return lists.map((cells, index) => ({ number: index + 1, cells }));
}

const PEOPLE = [
  ["C-1", "Ann Lee", "ann@example.com", "1980-05-17", "Reno"],
  ["C-2", "José Díaz", "jose@example.com", "1975-01-02", "Lyon"],
];

describe("the proposed header row", () => {
  it.each([
    ["the first", [["Code", "Name", "Email", "Birthday", "City"], ...PEOPLE], 1],
    [
      "below a title and a blank row",
      [["Our customers"], [], ["Code", "Name", "Email", "Birthday", "City"], ...PEOPLE],
      3,
    ],
    [
      "below notes of two cells",
      [
        ["Report", "2024-01-02"],
        ["Shop", "North"],
        ["Code", "Name", "Email", "Birthday", "City"],
        ...PEOPLE,
      ],
      3,
    ],
    [
      "below a row of groups",
      [["Person", "", "", "Other"], ["Código", "Nombre", "Correo", "Fecha", "Ciudad"], ...PEOPLE],
      2,
    ],
    [
      "below a title and a note in Japanese",
      [
        ["会員一覧"],
        ["出力日", "2024年1月6日"],
        ["会員番号", "氏名", "メールアドレス", "誕生日", "市区町村"],
        ...PEOPLE,
      ],
      3,
    ],
    [
      "below a row of words in Chinese",
      [
        ["北店", "南店", "东店", "西店", "中店"],
        ["卡号", "姓名", "邮箱", "生日", "城市"],
        ...PEOPLE,
      ],
      2,
    ],
    [
      "in Korean above names alone",
      [
        ["이름", "도시"],
        ["김철수", "서울"],
        ["이영희", "부산"],
      ],
      1,
    ],
    [
      "below a row of words in Finnish",
      [
        ["Pohjola", "Etelä", "Itä", "Länsi", "Keski"],
        ["Asiakasnro", "Nimi", "Sähköposti", "Syntymäaika", "Kaupunki"],
        ...PEOPLE,
      ],
      2,
    ],
    ["in words it does not know", [["Zebra", "Yak", "Xerus", "Wolf", "Vole"], ...PEOPLE], 1],
    ["the first used one of a list without headers", [[], ...PEOPLE], 2],
    [
      "none but the first where customers stand above a row of words",
      [...PEOPLE, ["C-3", "Cid", "none", "", "Via Roma"]],
      1,
    ],
    [
      "the one of certain words, though an address of the shop stands above it",
      [
        ["Contact", "info@shop.example"],
        ["Name", "E-mail"],
        ["Ann", "ann@example.com"],
      ],
      2,
    ],
    ["1 of an empty sheet", [], 1],
  ])("is %s", (_, lists, row) => {
    expect(proposeHeaderRow(rows(...lists))).toBe(row);
  });
});

describe("the columns of a list", () => {
  it("have distinct names, whatever the headers are", () => {
    const list = rows(
      ["Email", " email ", "", "First\nname", "Email (2)", "", ""],
      ["a", "b", "", "c", "d", "", "e"],
      ["f", "", "", "", "", "", "g"],
      ["a note", "", "", "", "", "", ""],
    );
    const columns = listColumns(list, 1);
    expect(columns.map((column) => column.header)).toEqual([
      "Email",
      "email (2)",
      "Column C",
      "First name",
      "Email (2) (2)",
      "Column F",
      "Column G",
    ]);
    expect(columns.map((column) => column.samples)).toEqual([
      ["a", "f"],
      ["b"],
      [],
      ["c"],
      ["d"],
      [],
      ["e", "g"],
    ]);
  });

  it("end where neither header nor values go on", () => {
    expect(listColumns(rows(["Name", "", " "], ["Ann", "", ""]), 1)).toHaveLength(1);
  });
});
