import { describe, expect, test } from "vitest";
import { practiceServer, refused, sendRows } from "../helpers/practice.ts";

const CODE = expect.stringMatching(/^[1-9]\d{15}$/);

describe("made-up ids", () => {
  test("a row without a code gets a 16-digit one, told with its row", async () => {
    const server = await practiceServer();
    const reply = await sendRows(server, ["card_number", "first_name"], ["77|Ann", "", "88|Bob"]);
    expect(reply).toEqual({
      status: "success",
      batch: {
        status: "imported",
        customers: { new: "2", updated: "0" },
        new_customers: [
          { row: "1", code: CODE, card_number: "77" },
          { row: "2", code: CODE, card_number: "88" },
        ],
      },
    });
  });

  test("a row with neither code nor card number makes a new customer every time", async () => {
    const server = await practiceServer();
    await sendRows(server, ["first_name"], ["Ann"]);
    await sendRows(server, ["first_name"], ["Ann"]);
    expect(server.customers().map((each) => each.fields)).toEqual([
      { code: CODE, first_name: "Ann" },
      { code: CODE, first_name: "Ann" },
    ]);
  });

  test("a made-up code matches its customer later and is not made up again", async () => {
    const server = await practiceServer();
    await sendRows(server, ["first_name"], ["Ann"]);
    const code = server.customers()[0]?.fields.code ?? "";
    expect(await sendRows(server, ["code", "first_name"], [`${code}|Anna`])).toEqual({
      status: "success",
      batch: { status: "imported", customers: { new: "0", updated: "1" } },
    });
  });

  test("card numbers are made up only where one is missing or blank", async () => {
    const server = await practiceServer();
    const fields = ["code", "card_number"];
    const reply = await sendRows(server, fields, ["A|", "B|0042", "C|  "], {
      card_number_generate: "10",
    });
    const cards = server.customers().map((each) => each.fields.card_number);
    const made = expect.stringMatching(/^\d{10}$/);
    expect(cards).toEqual([made, "0042", made]);
    expect(reply).toMatchObject({
      batch: {
        new_customers: [
          { row: "1", code: "A", card_number: cards[0] },
          { row: "3", code: "C", card_number: cards[2] },
        ],
      },
    });
  });

  test("an update makes up a card for a customer without one and takes nobody's card away", async () => {
    const server = await practiceServer();
    await sendRows(server, ["code", "card_number"], ["A|0042", "B|"]);
    await sendRows(server, ["code"], ["A", "B"], { card_number_generate: "8" });
    const cards = server.customers().map((each) => each.fields.card_number);
    expect(cards).toEqual(["0042", expect.stringMatching(/^\d{8}$/)]);
  });

  test("made-up card numbers are unique, also against later rows, until none is free", async () => {
    const server = await practiceServer();
    const rows = [...Array.from({ length: 9 }, (_, index) => `A${index}|`), "Z|5"];
    await sendRows(server, ["code", "card_number"], rows, { card_number_generate: "1" });
    const cards = server.customers().map((each) => each.fields.card_number);
    expect(cards.toSorted()).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    const next = await sendRows(server, ["code"], ["One more"], { card_number_generate: "1" });
    expect(next).toEqual(refused("No free card number of 1 digits is left"));
    expect(server.customers()).toHaveLength(10);
  });
});
