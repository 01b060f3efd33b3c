import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { comparedRows, compareImports } from "../../../main/features/history/compare.ts";
import { createHistory } from "../../../main/features/history/history.ts";
import { agreeOnTime } from "../../../main/features/privacy/retention/agreed-time.ts";
import {
  confirmRetention,
  keepRetention,
} from "../../../main/features/privacy/retention/keep-retention.ts";
import { createKeyFileSecrets } from "../../../main/hosts/node/key-file.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { changeSettings } from "../../../main/records/settings.ts";
import { openVault } from "../../../main/records/vault/vault.ts";
import { testApp } from "../../app/window.ts";
import { type Cli, cli, customersCsv, STORE } from "../../cli/cli.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { undoWorkshop } from "../rollback/workshop.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

/** Imports that ended so many days ago, over the command line. */
async function imported(...ages: readonly number[]): Promise<Cli> {
  const shop = cli();
  await shop.connect(await practiceServer());
  for (const [n] of ages.entries()) {
    const list = shop.list(`list-${n}.csv`, customersCsv(2, 1 + 2 * n));
    await shop.json(["import", list, ...STORE]);
  }
  age(shop.dataDir, ages);
  return shop;
}

function age(dataDir: string, days: readonly number[]): void {
  const db = openDatabase(dataDir);
  for (const [n, each] of days.entries()) {
    db.prepare("UPDATE imports SET started_at = :at, finished_at = :at WHERE id = :id").run({
      at: Date.now() - each * DAY_MS,
      id: n + 1,
    });
  }
  db.close();
}

function rowsKept(dataDir: string): readonly unknown[] {
  const db = openDatabase(dataDir);
  const kept = db.prepare("SELECT rows_kept FROM imports ORDER BY id").pluck().all();
  db.close();
  return kept;
}

const REMOVED = "The rows of import 1 were removed after 90 days";

test("with the command line alone rows of 240 days are gone, and every face says since when", async () => {
  const { run, dataDir } = await imported(240, 0);
  const out = join(dataDir, "..", "out.csv");
  const exported = await run(["history", "export", "1", "--out", out]);
  expect(exported).toMatchObject({ status: 1, err: expect.stringContaining(REMOVED) });
  expect(existsSync(out)).toBe(false);
  expect((await run(["history", "show", "1"])).status).toBe(0);
  expect((await run(["undo", "1", "--dry-run"])).out).toContain("removed after 90 days");
  expect((await run(["history", "export", "2", "--out", out])).status).toBe(0);
});

test("more than a day's worth waits for a person, on the command line", async () => {
  const { run, json, dataDir } = await imported(240, 200, 91, 0);
  const listed = await run(["history"]);
  expect(listed.err).toContain("The rows of 3 imports are older than the 90 days that are set.");
  expect(listed.err).toContain('"history purge"');
  expect(rowsKept(dataDir)).toEqual([1, 1, 1, 1]);
  expect((await json(["history", "purge"])).document).toEqual({ imports: 3 });
  expect(rowsKept(dataDir)).toEqual([0, 0, 0, 1]);
  expect((await run(["history"])).err).toBe("");
});

test("in the window a person is asked, may wait, and says yes", async () => {
  const { call, draft, send, dataDir } = await testApp();
  for (const name of ["one.csv", "two.csv"]) {
    await send((await draft(name, "code,first_name\n1,Ana\n")).id);
  }
  expect(await call("app.alerts", {})).toEqual([]);
  age(dataDir, [240, 200]);
  const asked = await call("app.alerts", {});
  expect(asked).toMatchObject([{ code: "retention", imports: 2, days: 90 }]);
  expect(await call("app.answerAlert", { code: "retention", yes: false })).toEqual([]);
  expect(rowsKept(dataDir)).toEqual([1, 1]);
  await call("app.answerAlert", { code: "retention", yes: true });
  expect(rowsKept(dataDir)).toEqual([0, 0]);
});

function records() {
  const db = openDatabase(tempDir());
  const add = (at: number) =>
    db
      .prepare(
        `INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
           output, checked, connection_name, account_id, pid, started_at, finished_at)
         VALUES ('queued', 'accepted', 'l', 's', 1, '[]', '[]', '{}', 'json', '{}', 'S', 'a', 1, :at, :at)`,
      )
      .run({ at });
  const kept = () => db.prepare("SELECT sum(rows_kept) FROM imports").pluck().get();
  return { db, add, kept };
}

test("one start with the clock a year ahead erases nothing, however often it looks", async () => {
  const { db, add, kept } = records();
  const now = Date.now();
  await keepRetention(db, now);
  add(now);
  for (const minutes of [0, 1, 66, 600]) {
    await keepRetention(db, now + YEAR_MS + minutes * 60_000);
    expect(kept()).toBe(1);
  }
  await keepRetention(db, now + HOUR_MS);
  expect(agreeOnTime(db, now + HOUR_MS)).toBe(now + HOUR_MS);
  expect(kept()).toBe(1);
  db.close();
});

test("a clock that is months ahead is believed when another day's start tells the same", async () => {
  const { db, add, kept } = records();
  const now = Date.now();
  await keepRetention(db, now);
  add(now);
  const later = now + 120 * DAY_MS;
  await keepRetention(db, later);
  expect(kept()).toBe(1);
  await keepRetention(db, later + DAY_MS);
  expect(kept()).toBe(0);
  db.close();
});

test("a folder of an earlier version believes its newest import, not the clock alone", async () => {
  const { db, add, kept } = records();
  const now = Date.now();
  add(now);
  await keepRetention(db, now + YEAR_MS);
  expect(kept()).toBe(1);
  db.close();
});

test("day by day nobody is asked; what is open stays", async () => {
  const { db, add, kept } = records();
  const start = Date.now();
  for (let day = 0; day < 5; day++) add(start + day * DAY_MS);
  for (let day = 0; day < 5; day++) {
    const due = start + (90 + day) * DAY_MS + HOUR_MS;
    for (let step = start + day * DAY_MS; step < due; step += 30 * DAY_MS) agreeOnTime(db, step);
    expect(await keepRetention(db, due), `day ${day}`).toBeNull();
    expect(kept() ?? 0).toBe(5 - day - 1);
  }
  db.close();
});

test("a day's worth goes unasked, an hour more does not, and a weekend's waits for a person", async () => {
  for (const [apart, isAsked] of [
    [DAY_MS, false],
    [DAY_MS + HOUR_MS, true],
    [2 * DAY_MS, true],
  ] as const) {
    const { db, add, kept } = records();
    const start = Date.now();
    add(start);
    const friday = start + 89 * DAY_MS;
    for (let step = start; step < friday; step += 30 * DAY_MS) agreeOnTime(db, step);
    expect(await keepRetention(db, friday)).toBeNull();
    add(start + apart);
    // Nobody started the program until the second one is due as well.
    const monday = start + apart + 90 * DAY_MS + HOUR_MS;
    for (const at of [monday, monday + HOUR_MS, monday + 2 * DAY_MS]) {
      const question = await keepRetention(db, at);
      expect(question, `${apart / HOUR_MS} hours apart`).toEqual(
        isAsked ? { imports: 2, oldest: start, newest: start + apart, days: 90 } : null,
      );
      expect(kept()).toBe(isAsked ? 2 : 0);
    }
    expect(await confirmRetention(db, monday + 2 * DAY_MS)).toMatchObject({
      imports: isAsked ? 2 : 0,
    });
    expect(kept()).toBe(0);
    db.close();
  }
});

test("a comparison with an import whose rows were removed says so instead of counting", async () => {
  const shop = undoWorkshop(await practiceServer());
  const beforeId = await shop.import({ rows: [["A", "Ana"]] });
  const importId = await shop.import({
    rows: [
      ["A", "Ana"],
      ["B", "Bea"],
    ],
  });
  changeSettings(shop.db(), { retentionDays: 30 });
  shop.db().prepare("UPDATE imports SET finished_at = 0 WHERE id = ?").run(beforeId);
  await keepRetention(shop.db());
  for (const about of [
    { importId, beforeId },
    { importId: beforeId, beforeId: importId },
  ]) {
    expect(() => compareImports(shop.db(), shop.vault, about)).toThrow("removed after 30 days");
  }
  await expect(
    createHistory(shop.db(), shop.vault).export(
      { importId: beforeId, what: "all", format: "csv" },
      () => Promise.reject(new Error("nothing is saved")),
    ),
  ).rejects.toMatchObject({ code: "rows-removed" });
});

test("what an import with only the changes left out is told as left out, not as removed", async () => {
  const shop = cli();
  await shop.connect(await practiceServer());
  const send = (name: string, text: string) =>
    shop.json(["import", shop.list(name, `code,first_name\n${text}`), ...STORE, "--only-changed"]);
  await send("one.csv", "1,Ana\n2,Bea\n3,Cleo\n");
  await send("two.csv", "1,Ana\n2,Beate\n4,Dora\n");
  const db = openDatabase(shop.dataDir);
  const vault = await openVault(db, createKeyFileSecrets(shop.dataDir));
  const about = { importId: 2, beforeId: 1 };
  expect(compareImports(db, vault, about).counts).toEqual({
    added: 1,
    changed: 1,
    same: 0,
    removed: 1,
    "left-out": 1,
  });
  const page = { offset: 0, limit: 9 };
  expect(comparedRows(db, vault, { ...about, ...page, change: "left-out" }).items).toMatchObject([
    { row: 2, rowBefore: 2, valuesBefore: ["1", "Ana"] },
  ]);
  expect(comparedRows(db, vault, { ...about, ...page, change: "removed" }).items).toMatchObject([
    { rowBefore: 4, valuesBefore: ["3", "Cleo"] },
  ]);
  db.close();
});
