import { readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { createApp } from "../../main/app/app.ts";
import { createBrowserHost } from "../../main/hosts/browser/browser-host.ts";
import { createDownloads } from "../../main/hosts/browser/downloads.ts";
import { createEventStream } from "../../main/hosts/browser/event-stream.ts";
import { DATABASE_FILE } from "../../main/records/database/open.ts";
import { tempDir } from "../helpers/temp-dir.ts";

it("a queue that cannot be read just now is told to the page; closing goes by what was last known", async () => {
  const dataDir = join(tempDir(), "data");
  const host = createBrowserHost(dataDir, createEventStream(), createDownloads());
  const app = await createApp(host, { dataDir });
  onTestFinished(() => app.close());
  const known = app.queueSummary();
  const db = new Sqlite(join(dataDir, DATABASE_FILE));
  onTestFinished(() => void db.close());
  db.exec("ALTER TABLE sender_lease RENAME TO gone");
  expect(app.queueSummary()).toEqual(known);
  expect(app.queueSummary()).toEqual(known);
  expect(await app.answer("queue.summary", {})).toMatchObject({ ok: false });
  const log = readFileSync(join(dataDir, "logs", "loyalty-importer.log"), "utf8");
  const lines = log.split("\n").filter((line) => line.includes("SqliteError"));
  // One for closing, one for the call.
  expect(lines).toHaveLength(2);
  db.exec("ALTER TABLE gone RENAME TO sender_lease");
  expect(app.queueSummary()).toEqual(known);
});
