import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, STORE } from "../cli.ts";

const H = "Card Number,First Name,Last Name,Street,City,Zip\n";
const PEOPLE = [1, 2, 3].map((at) => `700000${at},Ann,Lake,${at} Low Rd,Bath,1234${at}\n`).join("");

test("a row whose values stand in the wrong columns tells what it would have sent", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  const rows =
    "7000004,Dan,Ford,12 Main St, Apt 4,Springfield,12346\n7000005,Eve,5 Low Rd,Bath,12345\n";
  const path = list("list.csv", `${H}${PEOPLE}${rows}`);
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(3);
  const [long, short] = document.problems;
  expect(long).toMatchObject({
    row: 5,
    code: "row-too-long",
    wouldSend: { card_number: "7000004", city: "Apt 4", postal_code: "Springfield" },
  });
  expect(short).toMatchObject({
    row: 6,
    code: "row-lacks-value",
    wouldSend: { first_name: "Eve", last_name: "5 Low Rd", street1: "Bath", city: "12345" },
  });
  expect(short?.wouldSend).not.toHaveProperty("postal_code");
  const { out } = await run(["import", path, ...STORE]);
  expect(out).toMatch(/Row 5: .*\n {4}It would send: card_number=7000004; .*city=Apt 4/);
  expect(server.requests()).toBe(0);
});

test.each([
  ["more values", "7000004,Dan, Jr.,Hunter22,98765,Bath,12346\n"],
  ["a value missing", "7000004,Hunter22,98765,Bath,12346\n"],
])("passwords and PINs of a row with %s are told in no column", async (_, row) => {
  const server = await practiceServer();
  const { run, connect, list } = cli();
  await connect(server);
  const people = PEOPLE.replaceAll(/Lake,\d Low Rd/g, "Secret1,4711");
  const path = list("list.csv", `Card Number,First Name,Password,PIN,City,Zip\n${people}${row}`);
  const told = [
    await run(["import", path, ...STORE]),
    await run(["import", path, ...STORE, "--json"]),
  ];
  expect(told.map(({ status }) => status)).toEqual([3, 3]);
  for (const { out, err } of told) {
    expect(out).toContain("7000004");
    for (const secret of ["Hunter22", "98765", "Jr.,"]) expect(out + err).not.toContain(secret);
  }
});
