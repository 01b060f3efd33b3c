import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createConnections } from "../../main/features/connections/connections.ts";
import { createPracticeRunner } from "../../main/features/connections/practice-runner.ts";
import { createCliHost } from "../../main/hosts/node/cli-host.ts";
import { createSender } from "../../main/pipeline/delivery/sender/sender.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { openVault } from "../../main/records/vault/vault.ts";
import { NO_SIGNAL, onPosix } from "../helpers/posix.ts";
import { practiceServer } from "../helpers/practice.ts";
import { cli, cliHere, customersCsv, SAMPLE, STORE, startCli } from "./cli.ts";

interface List {
  readonly imports: readonly Readonly<Record<string, unknown>>[];
}

test("history lists imports newest first, finds them by part of a name, and shows one in full", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cliHere();
  await connect(server);
  await run(["import", list("march.csv", customersCsv(2)), ...STORE]);
  await run(["import", list("april.csv", customersCsv(3)), ...STORE]);
  const all = await json<List>(["history", "list"]);
  expect(all.document.imports).toMatchObject([
    { import: 2, file: "april.csv", connection: "Store", state: "accepted", rows: 3 },
    { import: 1, file: "march.csv", customers: { new: 2, updated: 0 } },
  ]);
  expect(Object.keys(all.document.imports[0] ?? {})).toEqual([
    "import",
    "file",
    "startedAt",
    "connection",
    "state",
    "rows",
    "customers",
  ]);
  const found = await json<List>(["history", "--search", "MARC"]);
  expect(found.document.imports.map((each) => each.import)).toEqual([1]);
  const shown = await json<Record<string, unknown>>(["history", "show", "2"]);
  expect(shown.document).toMatchObject({ import: 2, account: "practicestore", sheet: "april" });
  expect(shown.out).toContain('"profiles_header_1"');
  expect(shown.out).not.toContain("Ana 00001");
  const lines = await run(["history", "show", "2"]);
  expect([lines.status, lines.err]).toEqual([0, ""]);
});

test("history export writes by the ending of the file and counts the rows", async () => {
  const { run, json, dataDir } = cliHere();
  await run(["import", SAMPLE, "--profile", "Practice", "--skip-invalid", "--queue-only"]);
  const csv = join(dataDir, "..", "invalid.csv");
  const invalid = await json(["history", "export", "1", "--out", csv, "--what", "invalid"]);
  expect(invalid.document).toEqual({ import: 1, what: "invalid", file: csv, rows: 2 });
  expect(readFileSync(csv, "utf8")).toContain("no such day");
  const xlsx = join(dataDir, "..", "all.XLSX");
  const all = await json<{ rows: number }>(["history", "export", "1", "--out", xlsx]);
  expect([all.status, all.document.rows, existsSync(xlsx)]).toEqual([0, 200, true]);
  const none = await run(["history", "export", "1", "--out", csv, "--what", "generated"]);
  expect(none.status).toBe(1);
});

test("undo says what it can do of an import that exists", async () => {
  const { run, json } = cliHere();
  await run(["import", SAMPLE, "--profile", "Practice", "--skip-invalid", "--queue-only"]);
  const { status, document } = await json<Record<string, unknown>>(["undo", "1", "--dry-run"]);
  expect(status).toBe(0);
  expect(document).toMatchObject({ import: 1, dryRun: true });
});

test("while another program sends, an import waits for it to send its batches", async () => {
  const server = await practiceServer({ faults: () => ({ kind: "none", delayMs: 250 }) });
  const { run, json, connect, list, dataDir } = cli();
  await connect(server);
  const words = [...STORE, "--batch-rows", "1"];
  await run(["import", list("first.csv", customersCsv(20)), ...words, "--queue-only"]);
  // The other program is this test: a sender on the same data folder, with work for seconds.
  const other = await startOther(dataDir);
  const path = list("second.csv", customersCsv(2, 100));
  const { status, document, err } = await json(["import", path, ...words]);
  expect([status, document.state]).toEqual([0, "accepted"]);
  expect(err).toContain("Another Loyalty Importer");
  await other.stop();
  expect(server.applied()).toHaveLength(22);
  expect((await run(["queue"])).out).toContain("Nothing waits.");
});

onPosix(
  { title: "an interrupted import leaves the rest queued and says so", reason: NO_SIGNAL },
  async ({ signal }) => {
    const server = await practiceServer({ faults: () => ({ kind: "none", delayMs: 300 }) });
    const { connect, list, json, dataDir } = cli();
    await connect(server);
    const path = list("list.csv", customersCsv(40));
    const words = ["import", path, ...STORE, "--batch-rows", "1", "--json", "--data-dir", dataDir];
    const { child, ended } = startCli(words);
    while (server.requests() < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    signal(child.pid, "SIGINT");
    const { status, out } = await ended;
    const document = JSON.parse(out);
    expect([status, document.state]).toEqual([4, "queued"]);
    expect(document.batches.accepted + document.batches.queued).toBe(40);
    const queue = await json<{ batches: unknown[] }>(["queue"]);
    expect(queue.document.batches).toHaveLength(document.batches.queued);
  },
);

async function startOther(dataDir: string): Promise<{ stop(): Promise<void> }> {
  const db = openDatabase(dataDir);
  const host = await createCliHost(dataDir);
  const vault = await openVault(db, host.secrets);
  const practice = createPracticeRunner(":memory:");
  const { transport } = host;
  const { resolve } = createConnections(db, vault, { transport, practice });
  const sender = createSender({ db, vault, transport, resolve, onChange: () => undefined });
  sender.start();
  return {
    async stop() {
      await sender.stop();
      db.close();
    },
  };
}
