import { describe, expect, test } from "vitest";
import { codes, judge } from "../shape/judged.ts";

const H = "Card Number,First Name,Note,Email\n";
const LAST = "7000003,Cat,x,c@example.com\n";
const sentOf = ({ values }: Awaited<ReturnType<typeof judge>>) =>
  values.map(({ card_number }) => card_number);

describe("a quoted value", () => {
  test.each([
    ["of 190 KB with commas", "tea, and more. ".repeat(13_000)],
    ["of 400 KB with lines", "a letter of some words\n".repeat(18_000)],
    ["of 600 KB without a blank", "x".repeat(600_000)],
  ])("%s is one value, and the rows around it stay", async (_, note) => {
    const list = await judge(
      `${H}7000001,Ann,short,a@example.com\n7000002,Ben,"${note}",b@x.com\n${LAST}`,
    );
    expect(codes(list)).toEqual([]);
    expect(sentOf(list)).toEqual(["7000001", "7000002", "7000003"]);
  });

  test("that long in a column that is sent is an error on its row", async () => {
    const header = "Card Number,First Name,custom_field_3,Email\n";
    const list = await judge(`${header}7000002,Ben,"${"long. ".repeat(32_000)}",b@x.com\n${LAST}`);
    expect(list.errors).toEqual([2]);
    expect(sentOf(list)).toEqual(["7000003"]);
  });

  test.each([50, 3])(
    "that holds %i rows of the list was never closed: they are rows",
    async (count) => {
      const rows = Array.from({ length: count }, (_, at) => `71000${at + 10},Ann${at},n,a@x.com\n`);
      const list = await judge(
        `${H}7000001,Ann,"opened\n${rows.join("")}7000002,Ben,closed",b@x.com\n${LAST}`,
      );
      expect(codes(list)).toContain("stray-quotes");
      expect(list.errors).toEqual([2]);
      expect(list.sent).toHaveLength(count + 2);
    },
  );

  test.each([
    ["an address on lines", "12 Low Rd\nOld Mill, Unit 4\nBath\nUK"],
    [
      "sentences with commas",
      "likes tea, coffee\ncalls, writes, visits, buys, returns\nnever late",
    ],
    ["lines without commas", "one\ntwo\nthree\nfour\nfive\nsix"],
  ])("of lines that are no rows stays one value: %s", async (_, note) => {
    const list = await judge(`${H}7000001,Ann,"${note}",a@example.com\n${LAST}`);
    expect(codes(list)).toEqual([]);
    expect(sentOf(list)).toEqual(["7000001", "7000003"]);
  });
});
