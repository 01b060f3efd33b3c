import { copyFileSync, linkSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { readAlerts } from "../../../main/records/alerts.ts";
import { DATABASE_FILE, openDatabase } from "../../../main/records/database/open.ts";
import { cli } from "../../cli/cli.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const KEPT = "before-restore-20260131T093012.sqlite";
const SENTENCE =
  "Restoring a backup was interrupted before it was done. The data is as it was before; restore the backup again.";

/** A folder with a mark in it. */
function marked(): string {
  const dir = tempDir();
  const db = openDatabase(dir);
  db.prepare("INSERT INTO settings VALUES ('mark', '1')").run();
  db.close();
  return dir;
}

function markOf(dir: string) {
  const db = openDatabase(dir);
  const mark = db.prepare("SELECT value FROM settings WHERE key = 'mark'").pluck().get();
  const alerts = readAlerts(db);
  db.close();
  return { mark, alerts };
}

test("data that an interrupted restore had renamed is found at the next start, which says so once", async () => {
  const { run, dataDir } = cli();
  await run(["profile", "list"]);
  renameSync(join(dataDir, DATABASE_FILE), join(dataDir, KEPT));
  writeFileSync(join(dataDir, "restore.sqlite"), "the backup, as far as it came");
  const next = await run(["profile", "list"]);
  expect(next).toMatchObject({ status: 0, out: expect.stringContaining("Practice") });
  expect(next.err).toContain(SENTENCE);
  expect((await run(["profile", "list"])).err).not.toContain(SENTENCE);
  expect(readdirSync(dataDir).filter((name) => name.startsWith("before-restore"))).toEqual([]);
});

test("data of which an interrupted restore had renamed the journal alone keeps what stands in it", () => {
  const dir = tempDir();
  const from = marked();
  const db = new Sqlite(join(from, DATABASE_FILE));
  db.pragma("wal_autocheckpoint = 0");
  db.prepare("UPDATE settings SET value = '2' WHERE key = 'mark'").run();
  // As a process leaves it that is killed: the change stands in the journal alone.
  const copied = readdirSync(from).filter((name) => name.startsWith(DATABASE_FILE));
  for (const name of copied) copyFileSync(join(from, name), join(dir, name));
  renameSync(join(dir, `${DATABASE_FILE}-wal`), join(dir, `${KEPT}-wal`));
  expect(markOf(dir).mark).toBe("2");
  db.close();
});

test("a restore that ended before the backup took the data's place leaves one name of the data", () => {
  const dir = marked();
  linkSync(join(dir, DATABASE_FILE), join(dir, KEPT));
  expect(markOf(dir)).toEqual({ mark: "1", alerts: ["restore-interrupted"] });
  expect(readdirSync(dir)).not.toContain(KEPT);
});

test("a write that was interrupted is taken back at the next start, whatever was under way", () => {
  const dir = tempDir();
  const db = openDatabase(dir);
  db.pragma("journal_mode = DELETE");
  db.pragma("cache_size = 1");
  db.pragma("cache_spill = 1");
  db.exec("BEGIN IMMEDIATE; INSERT INTO settings VALUES ('mark', '\"lost\"')");
  const fill = db.prepare("INSERT INTO settings VALUES (?, ?)");
  for (let n = 0; n < 400; n++) fill.run(`fill-${n}`, JSON.stringify("x".repeat(1000)));
  const there = tempDir();
  for (const name of [DATABASE_FILE, `${DATABASE_FILE}-journal`]) {
    copyFileSync(join(dir, name), join(there, name));
  }
  // As a process leaves it that is killed: half a change in the file, the way back beside it.
  expect(markOf(there)).toEqual({ mark: undefined, alerts: [] });
  db.exec("ROLLBACK");
  db.close();
});
