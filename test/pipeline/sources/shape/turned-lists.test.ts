import { describe, expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const told = async (list: string, code: string) => codes(await judge(list)).includes(code);

describe("headers below each other", () => {
  test.each([
    [
      "customers in columns",
      "Card Number,7000001,7000002\nFirst Name,Ann,Ben\nLast Name,Lake,Hill\nEmail,a@x.com,b@x.com\n",
    ],
    [
      "one customer below the other",
      "Name: Ann Lake\nCard Number: 7000001\nEmail: a@x.com\n\nName: Ben Hill\nCard Number: 7000002\nEmail: b@x.com\n",
    ],
    [
      "the same in two columns, in German",
      "Vorname:;Ann\nNachname:;Lake\nTelefon:;030 1234567\n\nVorname:;Ben\nNachname:;Hill\nTelefon:;030 1234568\n",
    ],
  ])("are told: %s", async (_, list) => {
    expect(await told(list, "fields-in-rows")).toBe(true);
    expect(await told(list, "headers-are-values")).toBe(false);
  });

  test.each([
    ["a list", "Card Number,First Name,Email\n7000001,Ann,a@x.com\n7000002,Ben,b@x.com\n"],
    [
      "what customers are to be reached by",
      "Reached by,First Name,Card Number\nEmail,Ann,7000001\nPhone,Ben,7000002\nCard,Cat,7000003\nLast name,Di,7000004\n",
    ],
    ["texts with a colon", "Card Number,Note\n7000001,Name: Ann\n7000002,Email: none\n"],
  ])("are not told of %s", async (_, list) => {
    expect(await told(list, "fields-in-rows")).toBe(false);
  });
});

describe("two columns of one name", () => {
  const HEAD = "Card Number,First Name,Phone,Phone\n";

  test("are told of where a value stands only in the second", async () => {
    const list = `${HEAD}7000001,Ann,2125550142,\n7000002,Ben,,2125550143\n7000003,Cat,,2125550144\n`;
    const { findings } = await judge(list);
    expect(findings).toMatchObject([
      { code: "values-in-twin", params: { count: 2, row: 3 }, rows: [3, 4], column: "Phone" },
    ]);
  });

  test("are not told of where the first has what is sent", async () => {
    const list = `${HEAD}7000001,Ann,2125550142,2125550143\n7000002,Ben,2125550144,\n7000003,Cat,,\n`;
    expect(codes(await judge(list))).toEqual([]);
  });
});

describe("two columns of one name with keys", () => {
  test.each([
    [
      "Card Number,First Name,Card Number\n7000001,Ann,7000001\n7000002,Ben,8000002\n7000003,Cat,8000003\n",
      [3, 4],
    ],
    ["Kundennummer;Vorname;Kundennummer\nK-1;Ann;K-1\nK-2;Ben;L-2\n", [3]],
    ["Code,Code,First Name\nA1,B1,Ann\nA2,B2,Ben\n", [2, 3]],
  ])("are told of where each has another: %j", async (list, rows) => {
    const { findings } = await judge(list);
    expect(findings).toMatchObject([{ code: "values-differ-in-twin", rows }]);
  });

  test.each([
    "Card Number,First Name,Card Number\n7000001,Ann,7000001\n7000002,Ben,\n",
    "Code,First Name,Code\nab-1,Ann,AB-1\ncd-2,Ben, CD-2\n",
  ])("are not told of where both say the same: %j", async (list) => {
    expect(codes(await judge(list))).toEqual([]);
  });
});

describe("headers that stand once more", () => {
  const pair = "Card Number,First Name,Last Name";

  test.each([
    ["two lists with a gap", `${pair},,${pair}\n7000001,Ann,Lake,,7000011,Dan,Pool\n`, 5],
    ["two lists without one", `${pair},${pair}\n7000001,Ann,Lake,7000011,Dan,Pool\n`, 4],
    [
      "a second one that is longer",
      `${pair},,${pair}\n7000001,Ann,Lake\n,,,,7000011,Dan,Pool\n`,
      5,
    ],
  ])("are told: %s", async (_, list, number) => {
    const { findings } = await judge(list);
    expect(findings.find(({ code }) => code === "headers-repeat")?.params).toEqual({ number });
  });

  test.each([
    ["two phones", "Card Number,First Name,Phone,Phone\n7000001,Ann,030 1234567,030 1234568\n"],
    ["an empty second one", `${pair},,${pair}\n7000001,Ann,Lake\n7000002,Ben,Hill\n`],
    [
      "another address",
      "Card Number,Street,City,Street,City\n7000001,Main St 1,Bath,Low St 2,York\n",
    ],
  ])("are not told of %s", async (_, list) => {
    expect(await told(list, "headers-repeat")).toBe(false);
  });
});
