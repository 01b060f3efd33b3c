import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, customersCsv } from "../cli.ts";

/** Long enough for a thread of its own, which is still being loaded when the command fails. */
const LONG = 20_000;

test("a command that fails while a thread opens its list says why", async () => {
  const shop = cli();
  await shop.connect(await practiceServer());
  const list = shop.list("long.csv", customersCsv(LONG));
  for (const [words, told] of [
    [["--profile", "Nowhere"], "Nowhere"],
    [["--profile", "Store"], "--campaign"],
    [["--profile", "Store", "--campaign", "1", "--map", "nothing"], "nothing"],
  ] as const) {
    const { status, err } = await shop.run(["import", list, ...words]);
    expect({ words, status, err }).toMatchObject({ status: 2, err: expect.stringContaining(told) });
  }
});

test("a thread that was started for words that need no list ends with the command", async () => {
  const shop = cli();
  const list = shop.list("long.csv", customersCsv(LONG));
  const { status, out } = await shop.run(["import", list, "--help"]);
  expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining("import FILE") });
  expect(await shop.run(["--version", "import", list])).toMatchObject({ status: 0, err: "" });
});
