import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const PEOPLE =
  "Card Number,First Name,Last Name,Email,Points\n" +
  "7000001,Ann,Lake,ann@example.com,10\n" +
  "7000002,Ben,Hill,ben@example.com,20\n" +
  "7000003,Cat,Moor,cat@example.com,70\n";

test.each([
  ["a total", "Total,,,,100\n", "rows-are-totals", [5]],
  ["a subtotal of a branch", "Subtotal Downtown,,,,100\n", "rows-are-totals", [5]],
  ["a grand total with its mark", "Grand total:,,,,$100.00\n", "rows-are-totals", [5]],
  ["a total behind its name", "Harbour total,,,,100\n", "rows-are-totals", [5]],
  ["a count as a total", ",,Total customers,,3\n", "rows-are-totals", [5]],
  ["a Spanish total", "Suma,,,,100\n", "rows-are-totals", [5]],
  ["a German total", 'Zwischensumme Mitte,,,,"100,00 €"\n', "rows-are-totals", [5]],
  ["a French total", "Total général,,,,100\n", "rows-are-totals", [5]],
  ["a Polish total", "Razem,,,,100\n", "rows-are-totals", [5]],
  ["a Swedish total", "Summa:,,,,100\n", "rows-are-totals", [5]],
  ["a Finnish total", "Yhteensä,,,,100\n", "rows-are-totals", [5]],
  ["a Czech total", "Celkem,,,,100\n", "rows-are-totals", [5]],
  ["a Turkish total", "GENEL TOPLAM,,,,100\n", "rows-are-totals", [5]],
  ["a Russian total", "Итого:,,,,100\n", "rows-are-totals", [5]],
  ["a Japanese total", "合計,,,,100\n", "rows-are-totals", [5]],
  ["a Korean total", "총합계,,,,100\n", "rows-are-totals", [5]],
  ["a Chinese total", "总计,,,,100\n", "rows-are-totals", [5]],
  ["a Polish print", "Wydrukowano 06.01.2024 przez Jo,,,,\n", "rows-are-notes", [5]],
  ["a Russian number of rows", "Количество клиентов: 3,,,,\n", "rows-are-notes", [5]],
  ["a Japanese number of rows", "全3件,,,,\n", "rows-are-notes", [5]],
  ["a Korean print", "출력일시: 2024-01-06,,,,\n", "rows-are-notes", [5]],
  ["a Chinese page", "第1页/2页,,,,\n", "rows-are-notes", [5]],
  ["who printed it", "Printed 01/06/2024 by Jo,,,,\n", "rows-are-notes", [5]],
  ["the end of a report", "End of report - 4 records\n", "rows-are-notes", [5]],
  ["a number of records", "3 records,,,,\n", "rows-are-notes", [5]],
  ["the end of a database's copy", "\\.\n", "rows-are-notes", [5]],
  ["a page number", "Page 1 of 2,,,,\n", "rows-are-notes", [5]],
  ["a Dutch end", "Einde van het rapport,,,,\n", "rows-are-notes", [5]],
  ["the name of a branch", "Downtown branch,,,,\n", "rows-are-notes", [5]],
  ["a line of signs", "-------,-----,-----,------,---\n", "rows-are-notes", [5]],
  ["headers of the next page", PEOPLE.split("\n")[0] ?? "", "headers-repeated", [5]],
  [
    "another table below a blank row",
    "\nProduct,Price,Stock,Supplier\nCoffee,3.50,20,Roast & Co\nTea,2.10,7,Leaf & Co\n",
    "second-table",
    [6, 7, 8],
  ],
])("%s is told and left out", async (_, rows, code, leftOut) => {
  const judged = await judge(PEOPLE + rows);
  expect(codes(judged)).toEqual([code]);
  expect(judged.leftOut).toEqual(leftOut);
  expect(judged.sent).toEqual([2, 3, 4]);
  expect(judged.findings[0]).toMatchObject({ rows: leftOut, remedy: { keepRows: true } });
  const kept = await judge(PEOPLE + rows, { choice: { keepRows: true } });
  expect(kept.leftOut).toEqual([]);
  expect(codes(kept)).toEqual(["odd-rows-kept"]);
});

test.each(
  [
    ...["Total: 3 customers", "Total 3", "Total (3)", "Grand total 3", "* Total: 3 *"],
    ...["Report total: 3 records", "Total records 3", "Number of customers 3", "Selected: 3"],
    ...["Showing 1 to 3 of 3 entries", "Rows 1-3 of 3", "--- 3 rows ---", "Page total: 3"],
    ...["Gesamt: 3 Kunden", "Insgesamt 3 Datensätze", "Total de registros 3", "Totale clienti 3"],
    ...["Razem: 3 klientów", "3 Treffer", "Toplam 3 müşteri", "Всего записей: 3"],
    ...["Copyright 2024 ShopSoft Inc.", "https://pos.example.com/report?id=1"],
  ].flatMap((line) => [
    [line, "Card Number,First Name,Last Name", "700000#,Ann,Lake"],
    [line, "Name,Phone,Email", "Ann Lake,212555014#,ann@example.com"],
  ]),
)("%s is a note below %s", async (line, headers = "", row = "") => {
  const rows = [1, 2, 3].map((at) => row.replace("#", String(at)));
  const judged = await judge([headers, ...rows, `"${line}",,`, ""].join("\n"));
  expect(judged.sent).toEqual([2, 3, 4]);
  expect(codes(judged)).toContain("rows-are-notes");
});

test.each([
  ["two customers alone", "ShopSoft v3.2 - licensed to Lake Store", 2],
  ["five", "ShopSoft v3.2 - licensed to Lake Store", 5],
])(
  "words with a number where the others have codes are a note: below %s",
  async (_, line, count) => {
    const rows = Array.from({ length: count }, (_, at) => `700000${at},Ann,Lake`);
    const judged = await judge(["Card Number,First,Last", ...rows, `${line},,`, ""].join("\n"));
    expect(judged.sent).toHaveLength(count);
    expect(codes(judged)).toEqual(["rows-are-notes"]);
  },
);

test.each([
  [
    "a number alone",
    "Card Number,First,Last",
    ["7000001,Ann,Lake", "7000002,Ben,Hill", "7000003,,"],
  ],
  ["a code with words as all have", "Code,First,Last", ["10 North,Ann,Lake", "11 North,,"]],
  ["a code of another form", "Code,First,Last", ["A-1001,Ann,Lake", "A-1002,Ben,Hill", "VIP-3,,"]],
  ["a name that counts nothing", "Name,Phone,Email", ["Ann Lake,2125550142,", "Total Recall 2,,"]],
  [
    "words of counts in a customer",
    "Name,Phone,Email",
    ["Ann,2125550142,", "Page 3,2125550143,p@x.com"],
  ],
])("%s stays a customer", async (_, headers, rows) => {
  const judged = await judge([headers, ...rows, ""].join("\n"));
  expect(judged.sent).toHaveLength(rows.length);
});

test.each([
  ["words for what is required", "Required,Required,Optional,Optional,Optional"],
  ["tags", "#card,#first,#last,#email,#points"],
  ["kinds of values", "Number,Text,Text,Text,Number"],
  ["Japanese words", "必須,必須,必須,任意,任意"],
  ["Russian words", "Обязательно,Обязательно,Необязательно,Текст,Число"],
  ["German words", "Pflichtfeld,Pflichtfeld,optional,optional,optional"],
])("a template's row of %s below the headers is left out", async (_, template) => {
  const [headers, ...rows] = PEOPLE.split("\n");
  const judged = await judge([headers, template, ...rows].join("\n"));
  expect(codes(judged)).toEqual(["rows-are-template"]);
  expect(judged.leftOut).toEqual([2]);
  expect(judged.sent).toEqual([3, 4, 5]);
});

test("a customer behind the headers of a next page is sent", async () => {
  const [headers] = PEOPLE.split("\n");
  const judged = await judge(`${PEOPLE}${headers}\n7000004,Dan,Ford,dan@example.com,5\n`);
  expect(judged.sent).toEqual([2, 3, 4, 6]);
});

test.each([
  ["people who are called Total", `${PEOPLE}7000004,Total,Hill,total@example.com,5\n`],
  [
    "a person whose last name is Sum",
    "First,Last,Email\nLi,Sum,li@example.com\nSum,Li,sum@example.com\nAnn,Lake,ann@example.com\n",
  ],
  [
    "a company that begins with Total",
    "Company,Email,Phone\nTotal Wine,wine@example.com,555-010-1001\nSumma Arts,arts@example.com,555-010-1002\n",
  ],
  ["customers of whom only the card is known", `${PEOPLE}7000004,,,,\n7000005,,,,\n`],
  ["blank rows between customers", `${PEOPLE}\n\n7000004,Dan,Ford,dan@example.com,5\n`],
  ["codes of letters behind a blank row", `${PEOPLE}\nVIPDAN,Dan,Ford,,\n`],
  [
    "a hash in a value below the headers",
    "Card Number,First Name,Instagram\n7000001,Ann,#ann\n7000002,Ben,#ben\n",
  ],
  [
    "names alone",
    "Name,City,Street\nAnn Lake,Boston,Main Street\nPage Hill,Reading,End Road\nPrinted Word Shop,Bath,Low Lane\n",
  ],
])("nothing is told of %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual([]);
  expect(judged.leftOut).toEqual([]);
  expect(judged.errors).toEqual([]);
});

test("a row of nothing but invisible characters is an empty row", async () => {
  for (const blank of [
    "\u200B,\u00A0,\uFEFF,,",
    "\u2060\u200E,\u00AD,,\u3164,\u2800",
    "\u3000,\u180E,\u200D,,\u202C",
    "&nbsp;,&nbsp;,,,",
    "&#160; &#xA0;,<br/>,&ZeroWidthSpace;,\u200B&nbsp;,&#8203;",
  ]) {
    const judged = await judge(`${PEOPLE}${blank}\n7000004,Dan,Ford,dan@example.com,5\n`);
    expect(judged.sent).toEqual([2, 3, 4, 6]);
    expect(judged.leftOut).toEqual([]);
    expect(codes(judged)).toEqual([]);
  }
});
