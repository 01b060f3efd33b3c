import { describe, expect, test } from "vitest";
import type { PracticeCustomer } from "../../main/practice/server.ts";
import {
  BUYX,
  DOLLARS,
  imported,
  type Parameters,
  POINTS,
  practiceServer,
  sendRows,
} from "../helpers/practice.ts";

const JANE = "11223344|11223344|jane|doe|1970-07-14|555-5555";
const JIM = "22334455|22334455|jim|mcdoe|1966-07-28|555-5556";
const FIELDS = ["code", "card_number", "first_name", "last_name", "custom_date", "phone"];
const NAMES = ["code", "first_name", "last_name"];

type Sending = readonly [fields: readonly string[], rows: readonly string[], Parameters?];

/** What a new server's customers hold after some batches. */
async function fieldsAfter(
  ...sendings: readonly Sending[]
): Promise<readonly PracticeCustomer["fields"][]> {
  const server = await practiceServer();
  for (const sending of sendings) await sendRows(server, ...sending);
  return server.customers().map((customer) => customer.fields);
}

describe("a batch", () => {
  test("stores new customers and counts them as texts", async () => {
    const server = await practiceServer();
    expect(await sendRows(server, FIELDS, [JANE, JIM])).toEqual(imported(2, 0));
    expect(server.customers().map((each) => each.fields)).toEqual([
      {
        code: "11223344",
        card_number: "11223344",
        first_name: "jane",
        last_name: "doe",
        custom_date: "1970-07-14",
        phone: "555-5555",
      },
      expect.objectContaining({ first_name: "jim", phone: "555-5556" }),
    ]);
  });

  test("counts customers that are there already as updated", async () => {
    const server = await practiceServer();
    await sendRows(server, FIELDS, [JANE]);
    expect(await sendRows(server, FIELDS, [JANE, JIM])).toEqual(imported(1, 1));
    expect(server.customers()).toHaveLength(2);
  });

  test("matches by code first and by card number where the code is unknown", async () => {
    const keys = ["code", "card_number", "first_name"];
    const fields = await fieldsAfter(
      [keys, ["A|1|Ann", "B|2|Bob"]],
      [keys, ["A|2|by code", "C|2|by card"]],
    );
    // Row 1 gave Ann card 2 as well: the elder of two holders is the one that matches.
    expect(fields.map((each) => each.first_name)).toEqual(["by card", "Bob"]);
  });

  test("lets a row match a customer that an earlier row of the same batch made", async () => {
    const server = await practiceServer();
    expect(await sendRows(server, NAMES, ["A|Ann|One", "A|Anna|Two"])).toEqual(imported(1, 1));
    expect(server.customers()).toHaveLength(1);
  });

  test("is applied whole or not at all", async () => {
    const server = await practiceServer();
    await sendRows(server, ["code", "custom_date"], ["A|1990-01-01", "B|01/02/1990"]);
    expect(server.customers()).toEqual([]);
    expect(server.undoStates()).toEqual([]);
    expect(server.applied()).toEqual([]);
  });
});

describe("overwrite_duplicates", () => {
  const before = ["A|Ann|Old"] as const;

  test("yes blanks all existing fields, then sets what is given", async () => {
    const fields = await fieldsAfter(
      [["code", "card_number", "email", "custom_field_2"], ["A|77|a@example.com|41"]],
      [NAMES, ["A|Ann|"], { overwrite_duplicates: "yes" }],
    );
    expect(fields).toEqual([{ code: "A", first_name: "Ann" }]);
  });

  test("yes keeps the code of a customer found by card number", async () => {
    const fields = await fieldsAfter(
      [["code", "card_number", "email"], ["A|77|a@example.com"]],
      [["card_number", "first_name"], ["77|Ann"], { overwrite_duplicates: "yes" }],
    );
    expect(fields).toEqual([{ code: "A", card_number: "77", first_name: "Ann" }]);
  });

  test("update changes only the fields of the batch", async () => {
    const fields = await fieldsAfter(
      [NAMES, before],
      [["code", "last_name", "email"], ["A|New|a@example.com"]],
    );
    expect(fields).toEqual([
      { code: "A", first_name: "Ann", last_name: "New", email: "a@example.com" },
    ]);
  });

  test("update empties a field of the batch that a row leaves empty, but never a key", async () => {
    const fields = await fieldsAfter(
      [["code", "card_number", "first_name", "email"], ["A|77|Ann|a@example.com"]],
      [
        ["code", "card_number", "first_name"],
        ["A||", "|77|"],
      ],
    );
    expect(fields).toEqual([{ code: "A", card_number: "77", email: "a@example.com" }]);
  });

  test("ignore leaves a match untouched, its auto_add included", async () => {
    const server = await practiceServer();
    await sendRows(server, NAMES, before);
    const rows = ["A|Anna|New|5", "B|Bob|New|5"];
    const reply = await sendRows(server, [...NAMES, "auto_add"], rows, {
      overwrite_duplicates: "ignore",
    });
    expect(reply).toEqual(imported(1, 0));
    const [ann, bob] = server.customers();
    expect(ann?.fields).toEqual({ code: "A", first_name: "Ann", last_name: "Old" });
    expect(ann?.balances).toEqual([{ campaignId: POINTS, item: "", amount: 0 }]);
    expect(bob?.balances).toEqual([{ campaignId: POINTS, item: "", amount: 5 }]);
  });

  test("left out is taken as ignore", async () => {
    const server = await practiceServer();
    await sendRows(server, NAMES, before);
    await sendRows(server, NAMES, ["A|Anna|New"], { overwrite_duplicates: "" });
    expect(server.customers()[0]?.fields.first_name).toBe("Ann");
  });
});

describe("campaigns and auto_add", () => {
  test("a customer joins every campaign, whichever way they are separated", async () => {
    for (const separator of [",", "|,|", ", "]) {
      const server = await practiceServer();
      const campaigns_to_include = [DOLLARS, POINTS, BUYX].join(separator);
      await sendRows(server, NAMES, ["A|Ann|One"], { campaigns_to_include });
      const joined = server.customers()[0]?.balances.map((each) => each.campaignId);
      expect(joined).toEqual([POINTS, DOLLARS, BUYX].toSorted());
    }
  });

  test("auto_add goes to the first campaign only, and again with every sending", async () => {
    const server = await practiceServer();
    const campaigns_to_include = `${DOLLARS},${POINTS}`;
    const send = () =>
      sendRows(server, ["code", "auto_add"], ["A|12.50", "B|"], { campaigns_to_include });
    await send();
    await send();
    expect(server.customers().map((each) => each.balances)).toEqual([
      [
        { campaignId: POINTS, item: "", amount: 0 },
        { campaignId: DOLLARS, item: "", amount: 25 },
      ],
      [
        { campaignId: POINTS, item: "", amount: 0 },
        { campaignId: DOLLARS, item: "", amount: 0 },
      ],
    ]);
    expect(server.customers()[0]?.fields).toEqual({ code: "A" });
  });

  test("auto_add names a product or service where the campaign counts those", async () => {
    const server = await practiceServer();
    const rows = ["A|café crème", "A|café crème"];
    await sendRows(server, ["code", "auto_add"], rows, { campaigns_to_include: BUYX });
    expect(server.customers()[0]?.balances).toContainEqual({
      campaignId: BUYX,
      item: "café crème",
      amount: 2,
    });
  });

  test("overwriting a customer takes no balance away", async () => {
    const server = await practiceServer();
    await sendRows(server, ["code", "auto_add"], ["A|7"]);
    await sendRows(server, NAMES, ["A|Ann|"], { overwrite_duplicates: "yes" });
    expect(server.customers()[0]?.balances).toEqual([{ campaignId: POINTS, item: "", amount: 7 }]);
  });
});
