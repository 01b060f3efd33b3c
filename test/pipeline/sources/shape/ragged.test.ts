import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const LIST =
  "Card Number,First Name,Last Name,Street,City,Zip\n" +
  "7000001,Ann,Lake,1 Low Rd,Bath,12345\n" +
  "7000002,Ben,Hill,2 Low Rd,Bath,12345\n" +
  "7000003,Cat,Moor,3 Low Rd,Bath,12345\n";

test.each([
  ["a comma in an unquoted street", "7000004,Dan,Ford,12 Main St, Apt 4,Springfield,12346\n", [5]],
  ["quotes inside quotes", '7000004,Dan,Ford,"The "Old Mill", Unit 4",Springfield,12346\n', [5]],
  ["typographic quotes", "7000004,Dan,Ford,“12 Main St, Apt 4”,Springfield,12346\n", [5]],
  ["two commas in a name", "7000004,Dan, Jr., PhD,Ford,4 Low Rd,Bath,12346\n", [5]],
])("%s makes its row an error", async (_, row, errors) => {
  const judged = await judge(LIST + row);
  expect(codes(judged)).toContain("rows-too-long");
  expect(judged.errors).toEqual(errors);
  expect(judged.sent).toEqual([2, 3, 4]);
});

test.each([
  ["an unquoted line break", "7000004,Dan,Ford,12 Main St\nApt 4,Springfield,12346\n", [5, 6]],
  ["a row that ends early", "7000004,Dan,Ford\n", [5]],
  ["a line break in the name", "7000004,Da\nn,Ford,4 Low Rd,Bath,12346\n", [5, 6]],
])("%s makes its rows errors", async (_, row, errors) => {
  const judged = await judge(LIST + row);
  expect(codes(judged)).toEqual(["rows-too-short"]);
  expect(judged.errors).toEqual(errors);
  expect((await judge(LIST + row, { choice: { keepRows: true } })).errors).toEqual([]);
});

test.each([
  [
    "rows whose empty ends are left out",
    "Card,First Name,Email,Phone\n1001,Ann\n1002,Ben,b@example.com\n1003,Cat\n1004,Dan,d@example.com,555-010-1001\n1005,Eve,e@example.com,555-010-1002\n1006,Fay,f@example.com,555-010-1003\n",
  ],
  [
    "separators at the end of every row",
    "Card,First Name,Email,\n1001,Ann,a@example.com,\n1002,Ben,b@example.com,\n1003,Cat,c@example.com,\n",
  ],
  [
    "separators at the end of one row",
    "Card,First Name,Email\n1001,Ann,a@example.com\n1002,Ben,b@example.com,,\n1003,Cat,c@example.com\n1004,Dan,d@example.com\n",
  ],
  [
    "quoted line breaks and commas",
    'Card,First Name,Street\n1001,Ann,"1 Low Rd\nApt 2"\n1002,Ben,"2 Low Rd, Apt 3"\n1003,Cat,3 Low Rd\n',
  ],
  [
    "a title above",
    "Customers of June\n\nCard,First Name,Email\n1001,Ann,a@example.com\n1002,Ben,b@example.com\n1003,Cat,c@example.com\n",
  ],
])("nothing is told of %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).toEqual([]);
  expect(judged.errors).toEqual([]);
});
