import { expect, test } from "vitest";
import { byCode } from "../../features/rollback/workshop.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { cliHere, STORE } from "../cli.ts";

interface Document {
  readonly dryRun: boolean;
  readonly restore: { readonly customers: number };
  readonly restored: { readonly state: string; readonly imports: readonly number[] } | null;
  readonly cancelled: number;
}

test("undo shows the plan with --dry-run and puts earlier values back without it", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cliHere();
  await connect(server);
  const first = "code,card_number,first_name,postal_code\n0012,0900,Ana,01234\n";
  await run(["import", list("first.csv", first), ...STORE]);
  const before = byCode(server);
  const second = "code,card_number,first_name,postal_code\n0012,0901,Anna,09999\n0077,0977,Bob,1\n";
  await run(["import", list("second.csv", second), ...STORE]);

  const dry = await json<Document>(["undo", "2", "--dry-run"]);
  expect([dry.status, dry.document.restored]).toEqual([0, null]);
  expect(dry.document).toMatchObject({ dryRun: true, restore: { customers: 1 } });
  const plan = await run(["undo", "2", "--dry-run"]);
  expect(plan.out).toContain("  1. In the admin pages of the account practicestore");
  expect(plan.out).toContain("0077 (row 3)");

  const done = await json<Document>(["undo", "2"]);
  expect([done.status, done.err]).toEqual([0, ""]);
  expect(done.document).toMatchObject({ restored: { state: "accepted", imports: [3] } });
  expect(byCode(server).get("0012")).toEqual(before.get("0012"));
  expect([...byCode(server).keys()]).toEqual(["0012", "0077"]);

  const again = await json<Document>(["undo", "2"]);
  expect([again.status, again.document.restored]).toEqual([0, null]);
});

test("many undo states are a list below one sentence", async () => {
  const { run, connect, list } = cliHere();
  await connect(await practiceServer());
  await run(["import", list("all.csv", "code\nA\nB\nC\n"), ...STORE, "--batch-rows", "1"]);
  const { out } = await run(["undo", "1", "--dry-run"]);
  expect(out.match(/In the admin pages of the account practicestore/g)).toHaveLength(1);
  const lines = out.split("\n").filter((line) => /^ {2}\d+\. /.test(line));
  expect(lines.map((line) => line.replace(/[\d-]{10} [\d:]{8}/, "TIME"))).toEqual([
    "  1. TIME: 1 new and 0 updated customers (row 4 of the list)",
    "  2. TIME: 1 new and 0 updated customers (row 3 of the list)",
    "  3. TIME: 1 new and 0 updated customers (row 2 of the list)",
  ]);
});

test("the practice server's customers are printed as they are, passwords and PINs not in clear", async () => {
  const { run, json, list } = cliHere();
  const practice = ["--profile", "Practice"];
  const first = "code,first_name,customer_PIN,auto_add\n0012,Ana,4711,5\n";
  await run(["import", list("first.csv", first), ...practice]);
  await run(["import", list("second.csv", "code,first_name\n0012,Anna\n"), ...practice]);
  const names = async () => {
    const { document } = await json<{ customers: { fields: { first_name: string } }[] }>([
      "practice",
      "customers",
    ]);
    return document.customers.map(({ fields }) => fields.first_name);
  };
  expect(await names()).toEqual(["Anna"]);
  await run(["undo", "2"]);
  expect(await names()).toEqual(["Ana"]);
  const shown = await run(["practice", "customers"]);
  expect(shown.out).toMatch(/^code +first_name +customer_PIN +balance\n0012 +Ana +\S+ +5\n$/);
  expect(shown.out).not.toContain("4711");
});

test("undo of an import that waits cancels it", async () => {
  const { run, json } = cliHere();
  const { list } = cliHere();
  const path = list("list.csv", "code,first_name\nA,Ana\n");
  await run(["import", path, "--profile", "Practice", "--queue-only"]);
  const { status, document } = await json<Document>(["undo", "1"]);
  expect([status, document.cancelled, document.restored]).toEqual([0, 1, null]);
  const shown = await json<{ state: string }>(["history", "show", "1"]);
  expect(shown.document.state).toBe("cancelled");
});

test("an import that was undone is shown as undone in the list, also one on the practice server", async () => {
  const server = await practiceServer();
  const { run, connect, list } = cliHere();
  await connect(server);
  for (const [name, profile] of [
    ["may.csv", STORE],
    ["june.csv", STORE],
    ["july.csv", ["--profile", "Practice"]],
  ] as const) {
    await run(["import", list(name, `code,first_name\nA,${name}\n`), ...profile]);
  }
  await run(["undo", "2"]);
  const practice = await run(["undo", "3"]);
  expect(practice.out).toContain("The practice server is as it was before this import.");
  const { out } = await run(["history"]);
  const lines = out.split("\n").filter((line) => /\w\.csv/.test(line));
  expect(lines.map((line) => [line.match(/\w+\.csv/)?.[0], line.includes("undone")])).toEqual([
    ["june.csv", false],
    ["july.csv", true],
    ["june.csv", true],
    ["may.csv", false],
  ]);
}, 60_000);
