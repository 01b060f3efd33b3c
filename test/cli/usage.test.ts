import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../main/records/database/open.ts";
import { practiceServer } from "../helpers/practice.ts";
import { forBatches } from "../helpers/servers/faults.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { cli, customersCsv, runHere, SAMPLE, STORE, startCli } from "./cli.ts";

test("no command prints the usage on standard error and ends with status 2", async () => {
  const { status, out, err } = await startCli([]).ended;
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain("import FILE --profile NAME");
});

test("--help prints all commands, and one command's options, with status 0", async () => {
  const all = await startCli(["--help"]).ended;
  expect(all.status).toBe(0);
  for (const word of ["inspect", "rows", "queue resolve", "history export", "undo", "practice"]) {
    expect(all.out).toContain(word);
  }
  const one = await startCli(["import", "--help"]).ended;
  expect([one.status, one.err]).toEqual([0, ""]);
  expect(one.out).toContain("--skip-invalid");
});

const WRONG: readonly (readonly [readonly string[], string])[] = [
  [["frobnicate"], "inspect, rows, import"],
  [["inspect"], "FILE"],
  [["inspect", SAMPLE, "--wrong"], "--wrong"],
  [["inspect", SAMPLE, "--sheet", "Nobody"], "Nobody"],
  [["inspect", SAMPLE, "--header-row", "x"], "--header-row"],
  [["rows", SAMPLE, "extra"], "extra"],
  [["import", SAMPLE], "--profile"],
  [["import", SAMPLE, "--profile", "Nobody"], "Practice"],
  [["import", SAMPLE, "--profile", "Practice", "--map", "Nothing=code"], "Customer code"],
  [["import", SAMPLE, "--profile", "Practice", "--map", "Customer code=nothing"], "card_number"],
  [["import", SAMPLE, "--profile", "Practice", "--map", "no-sign"], "HEADER=FIELD"],
  [
    ["import", SAMPLE, "--profile", "Practice", "--map", "City=city", "--map", "Street=city"],
    "city",
  ],
  [["import", SAMPLE, "--profile", "Practice", "--duplicates", "maybe"], "update, yes, ignore"],
  [["import", SAMPLE, "--profile", "Practice", "--duplicates", "yes"], "--confirm-overwrite"],
  [["import", SAMPLE, "--profile", "Practice", "--campaign", "a,b"], "--campaign"],
  [["import", SAMPLE, "--profile", "Practice", "--batch-rows", "0"], "--batch-rows"],
  [["import", SAMPLE, "--profile", "Practice", "--date-format", "custom_date=X"], "DD/MM/YYYY"],
  [["import", SAMPLE, "--profile"], "--profile"],
  [["import", SAMPLE, "--profile="], "--profile"],
  [["import", SAMPLE, "--profile", "Practice", "--sheet="], "--sheet"],
  [["import", SAMPLE, "--profile", "Practice", "--job="], "--job"],
  [["import", SAMPLE, "--profile", "Practice", "--where", " "], "--where"],
  [["import", "", "--profile", "Practice"], "FILE"],
  [["import", SAMPLE, "--profile", "Practice", "--json=yes"], "--json"],
  [["import", SAMPLE, "--profile", "Practice", "--skip-invalid=yes"], "--skip-invalid"],
  [["import", SAMPLE, "--profile", "Practice", "--delimiter", "tab", "--lined-up"], "--lined-up"],
  [["import", SAMPLE, "--profile", "Practice", "--mapping", "gone.json"], "gone.json"],
  [["inspect", SAMPLE, "--password-env", "VAR", "--password-stdin"], "--password-env"],
  [["help", "imp"], "Did you mean import?"],
  [["HELP"], "Did you mean help?"],
  [["--hepl"], "Did you mean --help?"],
  [["queue", "nothing"], "resolve"],
  [["queue", "cancel"], "BATCH"],
  [["queue", "cancel", "77"], "batch"],
  [["queue", "resolve", "1", "--as", "maybe"], "sent, resend"],
  [["history", "show", "77"], "import"],
  [["history", "show", "x"], "IMPORT"],
  [["history", "export", "1"], "--out"],
  [["history", "export", "1", "--out", "file.pdf"], ".xlsx"],
  [["undo", "77"], "import"],
  [["profile", "add", "A", "--url", "https://example.com", "--user", "u"], "--account"],
  [["profile", "test", "Nobody"], "Practice"],
  [["practice", "--port", "99999"], "--port"],
];

test.each(WRONG)("%j is wrong usage: status 2 and one line that names %j", async (args, named) => {
  const { status, out, err } = await runHere([...args, "--data-dir", tempDir()]);
  expect([status, out]).toEqual([2, ""]);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).toContain(named);
});

test("an encoding that is not known is wrong usage too", async () => {
  const { json, list } = cli();
  const path = list("list.csv", customersCsv(1));
  for (const encoding of ["utf-99", "hex"]) {
    const { status, document, err } = await json<{ error: { code: string } }>([
      ...["import", path, "--profile", "Practice", "--dry-run", "--encoding", encoding],
    ]);
    expect([status, document.error.code]).toEqual([2, "encoding-unknown"]);
    expect(err).toContain("--encoding utf-8");
  }
});

test("options with their values may stand before the command", async () => {
  const { json, list } = cli();
  const path = list("list.csv", customersCsv(2));
  const words = ["--profile", "Practice", "--dry-run", "import", path];
  const { status, document } = await json(words);
  expect([status, document.rows.valid]).toEqual([0, 2]);
});

test.each([
  [["--version"], "version", /^\d+\.\d+\.\d+$/],
  [["help"], "help", /import FILE --profile NAME/],
  [["help", "help"], "help", /import FILE --profile NAME/],
  [["import", "--help"], "help", /--skip-invalid/],
] as const)("%j with --json is one document that holds %j", async (words, key, text) => {
  const { status, out } = await runHere([...words, "--json"]);
  expect(status).toBe(0);
  const document = JSON.parse(out) as Readonly<Record<string, string>>;
  expect(Object.keys(document)).toEqual([key]);
  expect(document[key]).toMatch(text);
});

test("with --json no command is one document as well", async () => {
  const { status, out, err } = await runHere(["--json"]);
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ error: { code: "usage-command-missing" } });
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("what does not exist is looked up with a command, not in a window", async () => {
  const { status, err } = await runHere(["history", "show", "77", "--data-dir", tempDir()]);
  expect(status).toBe(2);
  expect(err).toContain("history list");
});

test("a connection without default campaigns needs --campaign", async () => {
  const server = await practiceServer();
  const { run, connect, list } = cli();
  await connect(server);
  const { status, err } = await run([
    "import",
    list("list.csv", customersCsv(1)),
    "--profile",
    "Store",
  ]);
  expect(status).toBe(2);
  expect(err).toContain("--campaign");
});

test("a list without a key column goes, told row by row, and the platform's codes can be exported", async () => {
  const server = await practiceServer();
  const { json, run, connect, list, dataDir } = cli();
  await connect(server);
  const path = list("list.csv", "first_name,email\nAna,ana@example.com\n");
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(0);
  expect(document).toMatchObject({ rows: { valid: 1, warnings: 1 }, customers: { new: 1 } });
  expect(document.problems.map(({ row, code }) => [row, code])).toEqual([[2, "row-without-key"]]);
  const out = join(dataDir, "generated.csv");
  await run(["history", "export", "1", "--what", "generated", "--out", out]);
  expect(readFileSync(out, "utf8")).toMatch(/Ana,ana@example\.com,2,\d{16},/);
  const generated = await run(["import", path, ...STORE, "--generate-card-numbers", "10"]);
  expect(generated.status).toBe(0);
  expect(server.customers()[1]?.fields.card_number).toMatch(/^\d{10}$/);
});

test.each([
  ["one for each row without a code: beside the rows in order", ["71", "72"], "Ana,2,71 Bea,4,72"],
  ["fewer than that: beside no row", ["71"], ",,71"],
])("ids of a reply that names no rows: %s", async (_case, ids, lines) => {
  const customers = { new: "2", updated: "1" };
  const reply = { status: "success", batch: { status: "imported", customers, new_customers: ids } };
  const body = JSON.stringify(reply);
  const server = await practiceServer({
    faults: forBatches({ kind: "reply", applied: false, reply: { status: 200, body } }),
  });
  const { run, connect, list, dataDir } = cli();
  await connect(server);
  const path = list("list.csv", "code,first_name\n,Ana\nA1,Abe\n,Bea\n");
  await run(["import", path, ...STORE]);
  const out = join(dataDir, "generated.csv");
  await run(["history", "export", "1", "--what", "generated", "--out", out]);
  const found = readFileSync(out, "utf8").trim().split(/\r?\n/).slice(1);
  expect(found.map((line) => line.replace(/^,|,$/g, "")).join(" ")).toBe(lines);
});

test("with --json an error is one document as well", async () => {
  const { json } = cli();
  const { status, document } = await json<{ error: { code: string; message: string } }>([
    "import",
    "missing.csv",
    "--profile",
    "Practice",
  ]);
  expect(status).toBe(3);
  expect(document.error.code).toBe("file-missing");
});

test("the data folder of a newer version is refused and stays as it is, byte for byte", async () => {
  const { dataDir, run } = cli();
  const db = openDatabase(dataDir);
  db.pragma("user_version = 999");
  db.pragma("journal_mode = DELETE");
  db.close();
  const path = join(dataDir, "loyalty-importer.sqlite");
  const before = readFileSync(path);
  const { status, err } = await run(["history"]);
  expect(status).toBe(1);
  expect(err).toContain("newer version");
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a data folder that is a file is told as such", async () => {
  const dir = tempDir();
  writeFileSync(join(dir, "file"), "");
  const { status, err } = await runHere(["history", "--data-dir", join(dir, "file")]);
  expect(status).toBe(1);
  expect(err).toContain("data folder");
});

test("several commands at once on a new data folder make one database with one practice connection", async () => {
  const { run, json } = cli();
  const ended = await Promise.all(Array.from({ length: 4 }, () => run(["profile", "list"])));
  expect(ended.map((each) => each.status)).toEqual([0, 0, 0, 0]);
  const { document } = await json<{ profiles: unknown[] }>(["profile", "list"]);
  expect(document.profiles).toHaveLength(1);
});
