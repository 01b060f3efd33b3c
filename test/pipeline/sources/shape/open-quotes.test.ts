import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const HEAD = "Card,First Name,Last Name,City\n7000001,Ann,Lake,Bath\n";
const ROW = "7000003,Cat,Moor,Bath\n";

test.each([
  ["at the end of the list", `${HEAD}7000002,Ben,"Hill,Bern\n${ROW}`, [3], [2, 4]],
  [
    "that the next row's quote seems to close",
    `${HEAD}7000002,Ben,"Hill,Bern\n7000003,Cat,"Moor",Bath\n7000004,Dan,Ford,Bath\n`,
    [3],
    [2, 4, 5],
  ],
  [
    "that would swallow a row, with as many values as all others",
    `${HEAD}7000002,Ben,"Hill,Bern\n7000003,Cat,Moor",Bath\n7000004,Dan,Ford,Bath\n`,
    [3],
    [2, 4, 5],
  ],
  [
    "that would swallow two rows",
    `${HEAD}7000002,"Ben,Hill,Bern\n${ROW}7000004,Dan",Ford,Bath\n`,
    [3],
    [2, 4, 5],
  ],
])("a row with a quote that is never closed is an error: %s", async (_, list, errors, sent) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual(["stray-quotes"]);
  expect(judged.errors).toEqual(errors);
  expect(judged.sent).toEqual(sent);
  expect((await judge(list, { choice: { keepRows: true } })).errors).toEqual([]);
});

test.each([
  ["an inch mark", `${HEAD}7000002,Ben,Hill 12",Bern\n${ROW}`],
  [
    "a note of several lines that has as many commas",
    `Card,First Name,Last Name,Note\n7000001,Ann,Lake,"likes tea\ncalled twice, on 3, 4, and 5 May"\n7000002,Ben,Hill,\n`,
  ],
  [
    "a note below a short number, with a line that begins like one",
    'Customer No,Last Name\n76,Lake\n77,"Ann Hill\n12,50 EUR open"\n78,Moor\n',
  ],
  [
    "addresses of two lines",
    'Card,Name,Address,Phone\n7000001,Ann Lake,"12 Main St\nApt 4, Bath",5550101001\n7000002,Ben Hill,"4 Low Rd, Rear\nBern",5550101002\n',
  ],
])("nothing is told of %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual([]);
  expect(judged.errors).toEqual([]);
});

test.each([
  [
    "two line breaks in a street",
    "Card,First Name,Last Name,Street,Phone\n7000001,Ann,Lake,1 Low Rd,5550101001\n7000002,Ben,Hill,2 Low Rd\nRear house\n2nd floor,5550101002\n7000003,Cat,Moor,3 Low Rd,5550101003\n",
    [2, 6],
  ],
  [
    "three line breaks in one of few rows",
    "Karte;Vorname;Nachname;Straße;Ort\n7000001;Ann;Lake;Weg 1;Kiel\n7000002;Ben;Hill;Weg 2\nHinterhaus\nbei Moor\n2. Stock;Jena\n7000003;Cat;Moor;Weg 3;Gera\n",
    [2, 7],
  ],
  [
    "a line break behind the key",
    "Card,First Name,Last Name,Email\n7000001,Ann,Lake,a1@example.com\n7000002\n,Ben,Hill,a2@example.com\n7000003,Cat,Moor,a3@example.com\n",
    [2, 5],
  ],
])("%s lets no part of the row go out", async (_, list, sent) => {
  const judged = await judge(list);
  expect(codes(judged)).toContain("rows-too-short");
  expect(judged.sent).toEqual(sent);
});

test.each([
  [
    "hand-typed rows that leave out an empty end in turns",
    "Card,First Name,Last Name,Level\n1,Ann,Lake,Gold\n2,Ben,Hill,\n3,Cat,Moor\n4,Dan,Ford,Gold\n5,Eve,Pond\n6,Fay,Rill\n",
  ],
  [
    "a row without a key below one of a key alone",
    "Card,First Name,Last Name,Email\n7000001,Ann,Lake,a@example.com\n7000002,,,\n,Ben,Hill,b@example.com\n",
  ],
])("nothing is told of %s", async (_, list) => {
  expect(codes(await judge(list))).toEqual([]);
});
