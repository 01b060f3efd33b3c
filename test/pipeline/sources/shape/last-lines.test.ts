import { describe, expect, test } from "vitest";
import { type Sheet, workbook } from "./flat-workbook.ts";
import { codes, judge } from "./judged.ts";

describe("what stands below the customers", () => {
  test.each([
    ["the largest and the smallest below a sum", "TOTAL,,,21\nMAX,,,12\nMIN,,,9\n", [4, 5, 6]],
    ["a count in another column", ",,2 customers,21\n", [4]],
    ["a note beside its word", "Note,Points as of 14 March,,\n", [4]],
    ["a count where the card number is", "Total,,,21\nCampaign,Start,End,\n", [4, 5]],
  ])("is no customer: %s", async (_, end, rows) => {
    const list = `Card,First,Last,Points\n8001,Eve,Stone,9\n8002,Jon,Reed,12\n${end}`;
    expect((await judge(list)).leftOut).toEqual(rows);
  });

  test.each([
    ["of a program", "Powered by TillSoft,,\n"],
    ["about the list", "This report is confidential.,,\n"],
    ["about a sign", "* = VIP customer,,\n**Points expire after a year,,\n"],
    ["a total with a count", "Total,2,21\n"],
  ])("is no customer in a list of names: %s", async (_, end) => {
    const list = `Name,Card,Points\nEve Stone,80001,9\nJon Reed,80002,12\n${end}`;
    expect((await judge(list)).sent).toEqual([2, 3]);
  });

  test.each([
    ["names that are short words", "Name,Card\nMax,80001\nMin,80002\nNota,80003\n"],
    [
      "a group called Members",
      "Last,Phone,First\nMembers 1,5550142301,Eve\nStone,5550142302,Jon\n",
    ],
    ["codes of three capitals", "Code,First,Points\nMAX,Eve,9\nT01,Jon,12\nT02,Amy,3\n"],
    ["a firm with a card of its own", "Points,Card,Firm\n4,80001,Reed\n5,80002,Total\n"],
    ["people called Start and End", "Card,First,Last\n8001,Start,End\n8002,Jon,Reed\n"],
  ])("a customer is one: %s", async (_, list) => {
    expect((await judge(list)).leftOut).toEqual([]);
  });
});

test.each([
  ["in German", "Karte;Vorname;Nachname\n8001;Eva;Kuhn\nKartennummer;Vorname;Name\n8002;Jan;Ott\n"],
  [
    "in Dutch",
    "Kaart;Voornaam;Plaats\n8001;Eva;Gent\nKaartnummer;Voornaam;Stad\n8002;Jan;Brugge\n",
  ],
])("headers that stand again in nearly the same words are none: %s", async (_, list) => {
  const judged = await judge(list);
  expect(judged.sent).toEqual([2, 4]);
  expect(codes(judged)).toEqual(["headers-repeated"]);
});

test.each([
  [
    "in Spanish",
    "Número de;Nombre del;Correo\ntarjeta;cliente;electrónico\n8001;Eva;e@x.example\n8002;Jon;j@x.example\n",
    ["card_number", "first_name", "email"],
  ],
  [
    "in French",
    "Nom du,Prénom du,Code\nclient,client,postal\nRoche,Eve,69001\nPetit,Jean,06000\n",
    ["last_name", "first_name", "postal_code"],
  ],
])("a heading that is cut behind its little words goes on below: %s", async (_, list, fields) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["headers-joined"]);
  expect(Object.keys(judged.values[0] ?? {})).toEqual(expect.arrayContaining(fields));
});

describe("values beyond the headers", () => {
  const H = "Card,First,Address\n";
  test("of every row are told", async () => {
    const rows = [1, 2, 3].map((at) => `800${at},Eve,${at} Elm, Reno, NV 8950${at}\n`).join("");
    expect(codes(await judge(H + rows))).toContain("header-missing");
  });

  test("of some rows are those rows' errors", async () => {
    const list = `${H}8001,Eve,1 Elm\n8002,Jon,2 Elm, Reno, NV\n8003,Amy,3 Elm\n8004,Bo,4 Elm\n`;
    const judged = await judge(list);
    expect(codes(judged)).toEqual(["rows-too-long"]);
    expect(judged.errors).toEqual([3]);
  });
});

test("lines in angle brackets as a whole are unwrapped", async () => {
  const judged = await judge(
    "Card,First,Last\n<8001,Eve,Stone>\n<8002,Jon,Reed>\n<8003,Amy,Lane>\n",
  );
  expect(codes(judged)).toEqual(["lines-in-quotes"]);
  expect(judged.values[0]).toMatchObject({ card_number: "8001", last_name: "Stone" });
});

const SUMS: Sheet = ["Übersicht", ["Filiale", "Kunden", "Umsatz"], ["Ulm", "12", "40"]];

test("a sheet with names goes before one of figures", async () => {
  const people: Sheet = [
    "Kunden",
    ["Kundennr", "Name", "Telefon"],
    ["K1", "Eva Kuhn", "0731 111222"],
  ];
  const judged = await judge(workbook(SUMS, people), { name: "book.fods" });
  expect(judged.reading.sheet).toBe("Kunden");
  expect(codes(judged)).toContain("sheet-chosen");
});

test("where one sheet is surely of people, one that may be stands back", async () => {
  const shops: Sheet = ["Shops", ["Name", "Phone"], ["North", "555-010-1111"]];
  const people: Sheet = ["Members", ["Card", "First", "Email"], ["8001", "Eve", "e@x.example"]];
  const judged = await judge(workbook(shops, people), { name: "book.fods" });
  expect(judged.reading.sheet).toBe("Members");
});
