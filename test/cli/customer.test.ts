import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { practiceServer } from "../helpers/practice.ts";
import { cli, cliHere, STORE } from "./cli.ts";

const LIST = "code,first_name,email\n0012,=Ana,ana@example.com\n0013,Bea,bea@example.com\n";

test("the command line tells a customer's story, exports it and forgets the customer", async () => {
  const server = await practiceServer();
  const { run, json, connect, list, dataDir } = cliHere();
  await connect(server);
  await run(["import", list("list.csv", LIST), ...STORE]);
  const found = await json<{ total: number }>(["history", "customer", "ANA@example.com"]);
  expect([found.status, found.document.total]).toEqual([0, 1]);
  expect((await run(["history", "customer", "0012"])).out).toContain("first_name: =Ana");
  const path = join(dataDir, "..", "ana.csv");
  await run(["history", "customer", "0012", "--out", path]);
  expect(readFileSync(path, "utf8")).toContain("'=Ana");
  const listed = await json<{ imports: unknown[] }>(["history", "list", "--customer", "0012"]);
  expect(listed.document.imports).toHaveLength(1);

  const asked = await json(["history", "forget", "0012"]);
  expect(asked.document).toMatchObject({ rows: 1, imports: 1, done: false });
  await run(["history", "forget", "0012", "--confirm"]);
  const gone = await json<{ total: number }>(["history", "customer", "0012"]);
  expect(gone.document.total).toBe(0);
});

test("a backup is written and restored by the command line", async () => {
  const first = cli();
  await first.run(["import", first.list("l.csv", LIST), "--profile", "Practice", "--queue-only"]);
  const path = join(first.dataDir, "..", "data.backup");
  const env = { PASSPHRASE: "correct horse" };
  const words = [path, "--passphrase-env", "PASSPHRASE"];
  expect((await first.run(["backup", ...words], { env })).status).toBe(0);
  expect(existsSync(path)).toBe(true);
  const other = cli();
  const refused = await other.run(["restore", path]);
  expect([refused.status, refused.err]).toEqual([1, expect.stringContaining("passphrase")]);
  const restored = await other.json(["restore", ...words], { env });
  expect(restored.document).toMatchObject({ foreign: true, kept: null });
  const found = await other.json<{ total: number }>(["history", "customer", "0013"]);
  expect(found.document.total).toBe(1);
});
