import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const headersOf = (judged: Awaited<ReturnType<typeof judge>>) =>
  judged.reading.columns.map(({ header }) => header);

test.each([
  [
    "two rows with their numbers",
    '"Card";"First";"Last"\n"1";"7001";"Ann";"Lake"\n"2";"7005";"Ben";"Hill"\n',
  ],
  ["one row with its number", "Card,First,Last\n0,7001,Ann,Lake\n"],
  [
    "an empty cell in front of all",
    "Card,First,Last,Email\n,7001,Ann,Lake,a@x.com\n,7005,Ben,Hill,b@x.com\n,7009,Cat,Moor,c@x.com\n",
  ],
])("headers are moved to their values: %s", async (_, list) => {
  const judged = await judge(list);
  expect(judged.findings).toMatchObject([{ code: "headers-shifted", remedy: { headerShift: 0 } }]);
  expect(judged.values[0]).toMatchObject({
    card_number: "7001",
    first_name: "Ann",
    last_name: "Lake",
  });
});

test("a header that is missing further on moves none of those before it", async () => {
  const judged = await judge(
    "Card,First,Email,Phone\n7001,Ann,Lake,a@x.com,5550142\n7002,Ben,Hill,b@x.com,5550143\n7003,Cat,Moor,c@x.com,5550144\n",
  );
  expect(judged.findings[0]).toMatchObject({ code: "header-missing", remedy: { headerShift: 1 } });
  expect(codes(judged).filter((code) => code === "column-unlike-header")).toHaveLength(2);
  expect(judged.values[0]).toMatchObject({ card_number: "7001", first_name: "Ann" });
});

test.each([
  ["a remark beside the only row", "Card,First,Last\n7001,Ann,Lake,moved\n"],
  ["remarks beside two rows", "Card,First,Last\n7001,Ann,Lake,moved\n7002,Ben,Hill,call\n"],
])("%s moves no headers", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged)).not.toContain("headers-shifted");
  expect(judged.values[0]).toMatchObject({ card_number: "7001", first_name: "Ann" });
});

test("the second line of headings does not stand alone", async () => {
  const judged = await judge(
    "Member,Given,Family,Mobile,Date of\nNo.,Name,Name,Phone,Birth\n7001,Ann,Lake,2125550142,1985-03-02\n7002,Ben,Hill,2125550143,1990-12-25\n",
  );
  expect(headersOf(judged)).toEqual([
    "Member No.",
    "Given Name",
    "Family Name",
    "Mobile Phone",
    "Date of Birth",
  ]);
  expect(codes(judged)).toEqual(["headers-joined"]);
});

test.each([
  [
    "a title",
    "Club members\nCard,Phone,Phone\n7001,2125550142,2125550143\n7002,2125550144,2125550145\n",
  ],
  [
    "a title in several cells",
    "Harbour,Foods\nCard,Name,Phone,Phone\n7001,Ann,2125550142,2125550143\n7002,Ben,2125550144,2125550145\n",
  ],
])("headers that are alike are not joined with %s", async (_, list) => {
  const judged = await judge(list);
  expect(judged.reading.headerRow).toBe(2);
  expect(codes(judged)).toEqual([]);
});
