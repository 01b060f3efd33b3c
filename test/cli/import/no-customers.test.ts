import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, STORE } from "../cli.ts";

test("a total counts as no valid row, in a trial, in the import and in the history alike", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", "Card Number,First Name,Points\n1,Ann,10\n2,Ben,5\nTotal,,15\n");
  const rows = { total: 3, valid: 2, invalid: 0, warnings: 1 };
  const trial = await json(["import", path, ...STORE, "--dry-run"]);
  expect(trial.document).toMatchObject({ rows });
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(0);
  expect(document).toMatchObject({ rows, customers: { new: 2 } });
  const kept = await json(["history", "show", "1"]);
  expect(kept.document).toMatchObject({ checked: { total: 3, valid: 2, invalid: 0 } });
});
