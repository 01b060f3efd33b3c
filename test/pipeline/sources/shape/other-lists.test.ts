import { expect, test } from "vitest";
import { type Sheet, workbook } from "./flat-workbook.ts";
import { codes, judge } from "./judged.ts";

const H = "Card Number,First Name,Last Name,Email,Points";
const PEOPLE = `${H}\n7001,Ann,Lake,ann@example.com,10\n7002,Ben,Hill,ben@example.com,20\n`;
const [HEADERS = "", ...ROWS] = PEOPLE.trim().split("\n");

test.each([
  ["a Portuguese number of customers", "Total de clientes: 2,,,,\n", "rows-are-notes"],
  ["a German number of customers", "Anzahl aller Kunden: 2,,,,\n", "rows-are-notes"],
  ["an average", "Average,,,,15\n", "rows-are-totals"],
  ["a French average", "Moyenne,,,,15\n", "rows-are-totals"],
  ["a Japanese average", "平均,,,,15\n", "rows-are-totals"],
  ["a line that a database draws", "------+-----+------+-----+----\n", "rows-are-notes"],
])("below the customers, %s is none", async (_, row, code) => {
  const judged = await judge(PEOPLE + row);
  expect(codes(judged)).toEqual([code]);
  expect(judged.sent).toEqual([2, 3]);
});

test.each([
  ["types with lengths", "varchar(20),varchar(50),nvarchar(50),varchar(100),int"],
  ["examples with their word", "Example: 12345,Example: Jo,Example: Doe,jo@example.com,10"],
  ["German examples", "z. B. 12345,z. B. Jo,z. B. Doe,z. B. jo@example.com,z. B. 10"],
  ["an example that is marked in front", "EXAMPLE,Jo,Doe,jo@example.com,10"],
])("below the headers, %s are no customer", async (_, row) => {
  const judged = await judge([HEADERS, row, ...ROWS].join("\n"));
  expect(codes(judged)).toEqual(["rows-are-template"]);
  expect(judged.sent).toEqual([3, 4]);
});

test("the headers of another table end the list, without a blank row too", async () => {
  const judged = await judge(`${PEOPLE}Item,Qty,Unit price,Supplier,Total\nTea,2,3.50,North,7\n`);
  expect(codes(judged)).toEqual(["second-table"]);
  expect(judged.sent).toEqual([2, 3]);
});

test.each([
  ["the headers of another export", "Card No.,First,Surname,Mail,Pts\n", "headers-repeated"],
  ["fewer headers, in capitals", "CARD,FIRST NAME,LAST NAME,,\n", "headers-repeated"],
  ["the headers in German", "Kartennummer,Vorname,Nachname,E-Mail,Punkte\n", "headers-repeated"],
  ["the name of a group in one word", "Uptown,,,,\n", "rows-are-notes"],
  ["a group that is named as one", "Store: Uptown,,,,\n", "rows-are-notes"],
  ["a group of two names", "Bern & Basel,,,,\n", "rows-are-notes"],
])("between the customers, %s is none", async (_, row, code) => {
  const judged = await judge(`${PEOPLE}${row}7003,Cy,Moor,cy@example.com,5\n`);
  expect(codes(judged)).toEqual([code]);
  expect(judged.sent).toEqual([2, 3, 5]);
  expect(judged.leftOut).toEqual([4]);
});

test("shops below each other, each with a title and the headers, are one list", async () => {
  const headers = "Card Number,First Name,Last Name";
  const judged = await judge(
    `Store: Downtown,,\n${headers}\n7001,Ann,Lake\nStore: Uptown,,\n${headers}\n7002,Ben,Hill\n`,
  );
  expect(codes(judged)).toEqual(["rows-are-notes", "headers-repeated"]);
  expect(judged.sent).toEqual([3, 6]);
});

test("headers in another order begin another list", async () => {
  const judged = await judge(
    "Card,First,Last\n7001,Ann,Lake\n7002,Cy,Moor\nLast name,First name,Card\nHill,Ben,7003\n",
  );
  expect(codes(judged)).toEqual(["second-table"]);
  expect(judged.sent).toEqual([2, 3]);
  expect(judged.leftOut).toEqual([4, 5]);
});

test.each([
  ["people who are called as columns are", "7003,First,Last,last@example.com,5\n"],
  ["a card of letters with a name", "VIPCARD,First,Land,,\n"],
  ["names that are words of reports", "7003,Max,Average,max@example.com,5\n7004,Di,Sample,,\n"],
  ["words for columns as names", "7003,Page,Price,page@example.com,5\n"],
  ["an example as a name", "7003,Example,,ex@example.com,\n"],
])("%s stay customers", async (_, rows) => {
  const judged = await judge(PEOPLE + rows);
  expect(codes(judged)).toEqual([]);
  expect(judged.leftOut).toEqual([]);
});

const SPARE =
  "No,Card Number,First Name,Last Name,Email\n7001,Ann,Lake,a@x.com\n7002,Ben,Hill,b@x.com\n7005,Cat,Moor,c@x.com\n";

test("a header too many in front is taken off where the values show it", async () => {
  const judged = await judge(SPARE);
  expect(judged.findings).toMatchObject([{ code: "headers-moved", remedy: { headerShift: 0 } }]);
  expect(judged.values[0]).toMatchObject({ card_number: "7001", email: "a@x.com" });
  const back = await judge(SPARE, { choice: { headerShift: 0 } });
  expect(back.findings).toMatchObject([
    { code: "header-spare", remedy: { headerShift: -1 } },
    { code: "column-unlike-header", column: "Card Number" },
    { code: "column-unlike-header", column: "Last Name" },
  ]);
});

test("a header too many in front is told where only the cards show it", async () => {
  const list =
    "Shop,Card,First,Last,City\n9001,Ana,Gil,Vigo\n9002,Luis,Sanz,Lugo\n9003,Eva,Ríos,Cádiz\n";
  const judged = await judge(list);
  expect(judged.findings[0]).toMatchObject({ code: "header-spare", remedy: { headerShift: -1 } });
  const moved = await judge(list, { choice: { headerShift: -1 } });
  expect(moved.values[0]).toMatchObject({ card_number: "9001", first_name: "Ana", city: "Vigo" });
});

test("a last column that is empty in all rows moves no headers", async () => {
  const list = `${H},Notes\n${ROWS.join("\n")}\n7003,Cat,Moor,c@x.com,5\n`;
  const judged = await judge(list);
  expect(codes(judged)).toEqual([]);
  expect(judged.values[0]).toMatchObject({ card_number: "7001", first_name: "Ann" });
});

test.each([
  ["Nr", "Nr;Karte;Vorname;Ort\n7001;Eva;Ulm\n7002;Jan;Hof\n"],
  ["#", "#,Card,First,City\n7001,Eve,Reno\n7002,Jon,Elko\n7003,Amy,Reno\n"],
])("a heading of the rows' own numbers that no row has is left out: %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["headers-moved"]);
  expect(judged.values[0]).toMatchObject({ card_number: "7001" });
});

test("a last column that is empty in every row moves no headers", async () => {
  const list = "Nr,First,City,Email\n7001,Eve,Reno\n7002,Jon,Elko\n7003,Amy,Reno\n";
  expect(codes(await judge(list))).toEqual([]);
});

test("decimal commas that make two values of one move no headers", async () => {
  const judged = await judge(
    "Card Number,First Name,Last Name,Points\n7001,Ann,Lake,25,50\n7002,Ben,Hill,10,00\n7003,Cat,Moor,7,25\n",
  );
  expect(codes(judged)).toEqual(["header-missing"]);
  expect(judged.values[0]).toMatchObject({ card_number: "7001", last_name: "Lake" });
});

test.each([
  ["an address under the last name", `${PEOPLE}7003,Cat,cat@example.com,5\n`],
  [
    "a street under the last name",
    "Card,First Name,Last Name,Street,City,Zip\n7001,Ann,Lake,1 Elm St,Salem,10115\n7002,Ben,Hill,2 Elm St,Dover,10117\n7003,Cat,3 Oak St,Troy,10119\n",
  ],
])("a row that lacks a value before its end is an error: %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["rows-lack-values"]);
  expect(judged.errors).toEqual([4]);
});

test("a remark under a header that is left empty is no value too many", async () => {
  const judged = await judge(
    "Card Number,First Name,Last Name,\n7001,Ann,Lake,\n7002,Ben,Hill,call back\n7003,Cat,Moor,\n",
  );
  expect(codes(judged)).toEqual([]);
  expect(judged.sent).toEqual([2, 3, 4]);
});

test("words that a hyphen cuts into two lines are joined to one", async () => {
  const judged = await judge(
    "Kunden-;Vor-;Nach-;E-Mail-;Post-\nnummer;name;name;Adresse;leitzahl\n7001;Anna;Braun;a@x.de;80331\n7002;Jo;Vogel;j@x.de;10115\n",
  );
  expect(codes(judged)).toEqual(["headers-joined"]);
  expect(judged.reading.columns.map(({ header }) => header)).toEqual([
    "Kundennummer",
    "Vorname",
    "Nachname",
    "E-Mail-Adresse",
    "Postleitzahl",
  ]);
});

const CUSTOMERS: Sheet = [
  "Customers",
  ["Card Number", "First Name", "Email"],
  ["7001", "Ann", "a@x.com"],
  ["7002", "Ben", "b@x.com"],
];

test.each<readonly [string, Sheet]>([
  ["of countries", ["Lists", ["Code", "Country"], ["DE", "Germany"], ["FR", "France"]]],
  [
    "that says what the columns mean",
    [
      "Instructions",
      ["Column", "Meaning", "Required"],
      ["card_number", "Card number of the customer", "yes"],
      ["email", "E-mail address of the customer", "no"],
    ],
  ],
])("a first sheet %s is passed over for one of people", async (_, first) => {
  const judged = await judge(workbook(first, CUSTOMERS), { name: "book.fods" });
  expect(judged.reading.sheet).toBe("Customers");
  expect(judged.findings).toMatchObject([{ code: "sheet-chosen", remedy: { sheet: first[0] } }]);
});

test.each(["^", "~", "¦"])("a text list that %j separates is cut by it, and told", async (sign) => {
  const list = PEOPLE.replaceAll(",", sign);
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["column-of-lists"]);
  expect(judged.values[0]).toMatchObject({ card_number: "7001", email: "ann@example.com" });
});

test("a column of texts with such signs stays one", async () => {
  const judged = await judge("Email\na~1@example.com\nb@example.com\nc@example.com\n");
  expect(codes(judged)).toEqual([]);
  expect(judged.values[0]).toMatchObject({ email: "a~1@example.com" });
});
