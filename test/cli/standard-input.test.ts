import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, customersCsv, SAMPLE } from "./cli.ts";

const PRACTICE = ["--profile", "Practice"];

test("inspect and rows read a list from standard input, by its contents", async () => {
  const { run, json } = cli();
  const input = readFileSync(SAMPLE);
  const byName = await json<{ sheets: unknown; rowCount: number }>(["inspect", SAMPLE]);
  const { document } = await json<{ file: string; sheets: unknown; rowCount: number }>(
    ["inspect", "-"],
    { input },
  );
  expect(document).toEqual({ ...byName.document, file: "stdin" });
  const rows = await run(["rows", "-"], { input });
  expect([rows.status, rows.out]).toEqual([0, (await run(["rows", SAMPLE])).out]);
});

test("a list from standard input goes by the name stdin wherever it is spoken of", async () => {
  const { run, json, dataDir } = cli();
  const empty = await run(["import", "-", ...PRACTICE], { input: "" });
  expect(empty.status).toBe(3);
  expect(empty.err).toMatch(/^"stdin" /);
  const input = customersCsv(2);
  const sent = await run(["import", "-", ...PRACTICE, "--verbose"], { input });
  expect(sent.status).toBe(0);
  expect(sent.err).toContain("Reads stdin:");
  const { document } = await json<{ file: string; sheet: string }>(["history", "show", "1"]);
  expect(document).toMatchObject({ file: "stdin", sheet: "stdin" });
  expect(readdirSync(join(dataDir, "outgoing"))).toEqual([]);
});

test("where no row is left to be sent, that is said", async () => {
  const { run } = cli();
  const { status, err } = await run(
    ["import", "-", ...PRACTICE, "--where", "code is nobody", "--quiet"],
    { input: customersCsv(2) },
  );
  expect(status).toBe(3);
  expect(err).toMatch(/^Nothing was sent, because no row/);
});

test("a trial of a list that is refused says that it was a trial", async () => {
  const { json } = cli();
  const { status, document } = await json(["import", "gone.csv", ...PRACTICE, "--dry-run"]);
  expect(status).toBe(3);
  expect(document).toMatchObject({ state: "invalid", dryRun: true, requests: [] });
});
