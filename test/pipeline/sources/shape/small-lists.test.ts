import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const H = "Card Number,First Name,Last Name";

test.each([
  [
    "headers in English over Spanish",
    `${H},Email\nTarjeta,Nombre,Apellido,Correo\n7001,Ana,Lago,a@x.es\n7002,Beto,Rio,b@x.es\n`,
    2,
  ],
  [
    "headers in German over English",
    "Karte;Vorname;Nachname;Ort\nCard;First name;Last name;City\n7001;Ann;See;Ulm\n7002;Ben;Bach;Hof\n",
    2,
  ],
  [
    "headers in French over Dutch",
    "Carte;Prénom;Nom;Code postal\nKaart;Voornaam;Achternaam;Postcode\n7001;An;Meer;1000\n7002;Jo;Beek;9000\n",
    2,
  ],
])("%s are told, and the nearer row names the columns", async (_, list, headerRow) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["headers-in-two-languages"]);
  expect(judged.reading.headerRow).toBe(headerRow);
  expect(judged.sent).toEqual([3, 4]);
  expect(Object.keys(judged.values[0] ?? {})).toEqual(
    expect.arrayContaining(["card_number", "first_name", "last_name"]),
  );
});

test.each([
  [
    "two lines of one heading",
    "Card,First,E-mail\nNumber,Name,Address\n7001,Ann,a@x.com\n7002,Ben,b@x.com\n",
  ],
  ["one line", `${H}\n7001,Ann,Lake\n7002,Ben,Hill\n`],
])("%s are no translation", async (_, list) => {
  expect(codes(await judge(list))).not.toContain("headers-in-two-languages");
});

test("another table right below the total is no part of the list", async () => {
  const list = `${H},Email,Points\n7001,Ann,Lake,a@x.com,5\n7002,Ben,Hill,b@x.com,7\nTotal,,,,12\nSupplier,Product,Price,Stock,\nNorth,Wine,3,4,\nSouth,Bread,2,9,\n`;
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["rows-are-totals", "second-table"]);
  expect(judged.sent).toEqual([2, 3]);
  // What the other table holds in a column says nothing of it.
  expect(judged.values[0]).toMatchObject({ card_number: "7001", email: "a@x.com" });
});

test("customers behind a subtotal are customers", async () => {
  const list = `${H},Points\n7001,Ann,Lake,5\nSubtotal,,,5\n7002,Ben,Hill,7\n7003,Cat,Moor,2\nTotal,,,14\n`;
  const judged = await judge(list);
  expect(judged.sent).toEqual([2, 4, 5]);
  expect(judged.leftOut).toEqual([3, 6]);
});

test.each([
  [
    "a postal code where the city is",
    "Card,First,Last,City,Zip\n7001,Ann,Lake,Reno,89501\n7002,Hill,Reno,89502\n7003,Cat,Moor,Elko,89503\n",
    [3],
  ],
  [
    "an e-mail address where the last name is",
    "Card,First,Last,Email\n7001,Ann,Lake,ann@x.com\n7002,Ben,ben@x.com\n7003,Cat,Moor,cat@x.com\n7004,Dan,Reed,dan@x.com\n",
    [3],
  ],
  [
    "a date where the city is",
    "Karte;Name;Ort;Geburtstag\n7001;Ann See;Ulm;04.05.1985\n7002;Ben Bach;13.05.1990\n7003;Cleo Wald;Hof;25.12.1979\n",
    [3],
  ],
])("%s: a value is missing inside of the row, which is an error", async (_, list, errors) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["rows-lack-values"]);
  expect(judged.errors).toEqual(errors);
});

test.each([
  [
    "a row without its last value",
    `${H},City,Zip\n7001,Ann,Lake,Reno,89501\n7002,Ben,Hill,Elko\n7003,Cat,Moor,Reno,89503\n`,
  ],
  [
    "a city with a number",
    `${H},City,Zip\n7001,Ann,Lake,Reno,89501\n7002,Ben,Hill,Area 51\n7003,Cat,Moor,Reno,89503\n`,
  ],
  [
    "points without visits",
    `${H},Points,Visits\n7001,Ann,Lake,5,12\n7002,Ben,Hill,12\n7003,Cat,Moor,7,10\n`,
  ],
])("%s has fewer values than every other, and none out of place", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["rows-too-short"]);
  expect(judged.errors).toEqual([3]);
});

test.each([
  ["one row of two lines", `${H},Street,City\n7001,Ann,Lake,1 Main St\nApt 4,Reno\n`, [2, 3], []],
  [
    "one row of two lines, and a whole one",
    `${H},Street,City\n7001,Ann,Lake,1 Main St\nApt 4,Reno\n7002,Ben,Hill,2 Oak St,Elko\n`,
    [2, 3],
    [4],
  ],
  [
    "a line break in the name",
    "Karte;Vorname;Nachname;Straße;Ort\n7001;An\nna;See;Weg 1;Ulm\n7002;Ben;Bach;Weg 2;Hof\n",
    [2, 3],
    [4],
  ],
])("a line break without quotes in a list of few rows: %s", async (_, list, errors, sent) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["rows-too-short"]);
  expect([judged.errors, judged.sent]).toEqual([errors, sent]);
});

test.each([
  ["few rows without their ends", `${H},Street,City\n7001,Ann,Lake,1 Main St\n7002,Ben\n`],
  ["few rows of names", "Name,Street,City,Zip\nAnn Lake,1 Main St,Reno\nBen Hill,Elko\n"],
])("nothing is told of %s", async (_, list) => {
  expect((await judge(list)).errors).toEqual([]);
});

test("quotes that go on behind their end are told with their rows", async () => {
  const list = `${H},Street,City\n7001,Ann,Lake,1 Low Rd,Bath\n7002,Ben,Hill,"The "Old" Mill",Bath\n7003,Cat,Moor,3 Low Rd,Bath\n7004,Dan,Ford,"4 "High" Rd",Bath\n`;
  const { findings } = await judge(list);
  expect(findings.map(({ code, rows }) => [code, rows])).toEqual([["broken-quotes", [3, 5]]]);
});

test.each([
  [
    "semicolons among commas",
    `${H},Email\n7001,Ann,Lake,a@x.com\n7002;Ben;Hill;b@x.com\n7003,Cat,Moor,c@x.com\n7004;Dan;Reed;d@x.com\n`,
    [3, 5],
  ],
  [
    "commas among semicolons",
    "Karte;Name;Ort\n7001;Ann;Ulm\n7002;Ben;Hof\n7003,Cleo,Bonn\n7004;Dan;Ulm\n",
    [4],
  ],
  [
    "tabs among bars",
    "Card|First|City\n7001|Ann|Reno\n7002|Ben|Elko\n7003\tCat\tReno\n7004|Dan|Elko\n",
    [4],
  ],
])("%s: each row is read by its own separator, which is told", async (_, list, rows) => {
  const judged = await judge(list);
  expect(judged.findings.map((each) => [each.code, each.rows])).toEqual([
    ["rows-separated-otherwise", rows],
  ]);
  expect(judged.sent).toHaveLength(4);
  expect(judged.values.every((each) => /^\d{4}$/.test(each.card_number ?? ""))).toBe(true);
});

test.each([
  ["decimal commas below", "Karte;Punkte\n6,00;3,10\n6,01;3,20\n", ";"],
  ["decimal commas in many columns", "Karte;Summe;Rest\n7001;1,50;2,50\n7002;3,50;4,50\n", ";"],
  ["names with commas", "Card;Name\n7001;Lake, Ann\n7002;Hill, Ben\n", ";"],
])("%s: the separator is the one that cuts the header too", async (_, list, delimiter) => {
  const { reading } = await judge(list);
  expect([reading.delimiter, reading.headerRow]).toEqual([delimiter, 1]);
});

test("formulas without results in Excel's XML of 2003 are errors where they are mapped", async () => {
  const cell = (text: string) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`;
  const row = (...cells: readonly string[]) => `<Row>${cells.join("")}</Row>`;
  const rows = [
    row(cell("Card"), cell("First"), cell("Last")),
    row(cell("7001"), cell("Ann"), '<Cell ss:Formula="=&quot;La&quot;&amp;&quot;ke&quot;"/>'),
    row(cell("7002"), '<Cell ss:StyleID="s1" ss:Formula="=R1C1"></Cell>', cell("Hill")),
    row(
      cell("7003"),
      cell("Cat"),
      '<Cell ss:Formula="=R1C1"><Data ss:Type="String">Moor</Data></Cell>',
    ),
  ];
  const list = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>${rows.join("")}</Table></Worksheet></Workbook>`;
  const judged = await judge(list, { name: "list.xml" });
  expect(codes(judged)).toEqual(["formulas-without-results"]);
  expect([judged.errors, judged.sent]).toEqual([[2, 3], [4]]);
  expect(judged.values[0]).toMatchObject({ last_name: "Moor" });
});

test.each([
  ["a soft hyphen", "MarÃ\u00ada", 2],
  ["a hard blank", "LibertÃ\u00a0", 2],
])("letters that were misread to %s are told and not cleaned away", async (_, name, row) => {
  const judged = await judge(`${H}\n7001,${name},Lake\n7002,Ben,Hill\n`);
  expect(judged.findings.map(({ code, rows }) => [code, rows])).toEqual([["rows-misread", [row]]]);
  expect(judged.values[0]?.first_name).toBe(name);
});
