import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const headersOf = (judged: Awaited<ReturnType<typeof judge>>) =>
  judged.reading.columns.map(({ header }) => header);

test.each([
  [
    "words of two lines",
    "Card,First,Last,E-mail,Postal\nNumber,Name,Name,Address,Code\n",
    ["Card Number", "First Name", "Last Name", "E-mail Address", "Postal Code"],
  ],
  [
    "a second line for some columns",
    "Card,First,Last,Email,Home\nNumber,Name,Name,,Phone\n",
    ["Card Number", "First Name", "Last Name", "Email", "Home Phone"],
  ],
  [
    "a title and two lines",
    "Members of the club\n\nCustomer,First,Last,Mail,Phone\nCode,Name,Name,Address,Number\n",
    ["Customer Code", "First Name", "Last Name", "Mail Address", "Phone Number"],
  ],
])("headings of %s are joined", async (_, head, headers) => {
  const rows = "7000001,Ann,Lake,ann@example.com,12345\n7000002,Ben,Hill,ben@example.com,12346\n";
  const judged = await judge(head + rows);
  expect(headersOf(judged)).toEqual(headers);
  expect(codes(judged)).toEqual(["headers-joined"]);
  expect(judged.sent).toHaveLength(2);
});

test.each([
  ["repeated titles", "Customer,Customer,Customer,Address,Address\n"],
  ["merged titles", "Customer,,,Address,\n"],
  ["titles of all pairs", "Card,Name,Name,Address,Address\n"],
])("%s above the headers are passed over", async (_, titles) => {
  const judged = await judge(
    `${titles}Card,First Name,Last Name,Street,City\n7000001,Ann,Lake,1 Low Rd,Bath\n7000002,Ben,Hill,2 Low Rd,Bath\n`,
  );
  expect(headersOf(judged)).toEqual(["Card", "First Name", "Last Name", "Street", "City"]);
  expect(judged.sent).toEqual([3, 4]);
});

test.each([
  [
    "a customer without a number",
    "Card Number,First Name,Last Name\n,City,Name\n7000002,Ben,Hill\n7000003,Cat,Moor\n",
  ],
  ["a list of names", "First Name,Last Name,City\nMarie,Street,Bath\nBen,Hill,Reading\n"],
  [
    "a column for each month",
    "Card Number,First Name,2024-01-01,2024-02-01\n7000001,Ann,5,6\n7000002,Ben,7,8\n",
  ],
  ["a column for each year", "Card,Name,2022,2023,2024\n7000001,Ann,5,6,7\n7000002,Ben,7,8,9\n"],
  ["usual headers", "Card,First,Last\n7000001,Ann,Lake\n7000002,Ben,Hill\n"],
])("nothing is told of %s", async (_, list) => {
  const judged = await judge(list);
  expect(judged.reading.headerRow).toBe(1);
  expect(codes(judged)).toEqual([]);
});

test.each([
  [
    "quoted",
    '"Card Number","First Name","Last Name"\n"1","7000001","Ann","Lake"\n"2","7000002","Ben","Hill"\n"3","7000003","Cat","Moor"\n',
  ],
  [
    "plain",
    "Card Number;First Name;Last Name\n1;7000001;Ann;Lake\n2;7000002;Ben;Hill\n3;7000003;Cat;Moor\n",
  ],
  [
    "from another number on",
    "Card Number,First Name,Last Name\n17,7000001,Ann,Lake\n18,7000002,Ben,Hill\n19,7000003,Cat,Moor\n",
  ],
])("headers without one for the rows' numbers are moved: %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["headers-shifted"]);
  expect(judged.values.map(({ card_number }) => card_number)).toEqual([
    "7000001",
    "7000002",
    "7000003",
  ]);
  expect(judged.values[0]).toMatchObject({ first_name: "Ann", last_name: "Lake" });
  const back = await judge(list, { choice: { headerShift: 0 } });
  expect(codes(back)).toEqual(["header-missing", "column-unlike-header"]);
  expect(headersOf(back)[0]).toBe("Card Number");
});

test("a header that is missing somewhere is told, and the move is offered", async () => {
  const judged = await judge(
    "First Name,Last Name,Email\n7000001,Ann,Lake,ann@example.com\n7000003,Ben,Hill,ben@example.com\n7000009,Cat,Moor,cat@example.com\n",
  );
  expect(judged.findings).toMatchObject([
    { code: "header-missing", remedy: { headerShift: 1 } },
    { code: "column-unlike-header", column: "First Name" },
  ]);
});

test.each([
  [
    "two lines",
    "Card,First,Last,E-mail,Postal\nNumber,Name,Name,Address,Code\n7000001,Ann,Lake,ann@example.com,12345\n7000002,Ben,Hill,ben@example.com,12346\n",
  ],
  [
    "titles",
    ",Kunde,Kunde,Anschrift,Anschrift\nKartennr.,Vorname,Nachname,Straße,Ort\n101,Ute,Wolf,Weg 1,Bonn\n102,Uwe,Adler,Weg 2,Köln\n",
  ],
])("where a person takes the first of %s, the second alone is left out", async (_, list) => {
  const judged = await judge(list, { choice: { headerRow: 1 } });
  expect(codes(judged)).toEqual(["rows-are-template"]);
  expect(judged.leftOut).toEqual([2]);
  expect(judged.sent).toEqual([3, 4]);
});
