import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { keepAlert } from "../../main/records/alerts.ts";
import { DATABASE_FILE } from "../../main/records/database/open.ts";
import { POINTS, practiceServer } from "../helpers/practice.ts";
import { workerBrowser } from "./browser/browser.ts";
import { inspect } from "./browser/inspect.ts";
import { openScreen, settled, visit } from "./browser/visit.ts";
import { addConnection } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const DAY_MS = 24 * 60 * 60 * 1000;

it("tells what a crash left and asks before it removes more than a day's rows", async () => {
  const { page, dataDir, complaints, restart } = await visit(browser);
  const db = new Sqlite(join(dataDir, DATABASE_FILE));
  keepAlert(db, "restore-interrupted");
  const add = db.prepare(
    `INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
       output, checked, connection_name, account_id, pid, started_at, finished_at)
     VALUES ('queued', 'accepted', 'old.csv', 's', 1, '[]', '[]', '{}', 'json', '{}', 'Store', 'a', 1,
       :at, :at)`,
  );
  for (const days of [240, 200, 120]) add.run({ at: Date.now() - days * DAY_MS });
  const kept = () => db.prepare("SELECT sum(rows_kept) FROM imports").pluck().get();
  await restart();
  const told = page.getByRole("alert").filter({ hasText: "Restoring a backup was interrupted" });
  const asked = page.getByRole("alert").filter({ hasText: "The rows of 3 imports" });
  await told.waitFor();
  await asked.waitFor();
  await inspect(page, "alerts");
  await told.getByRole("button", { name: "Close" }).click();
  await told.waitFor({ state: "detached" });
  await openScreen(page, "Queue");
  await asked.getByRole("button", { name: "Not now" }).click();
  await asked.waitFor({ state: "detached" });
  expect(kept()).toBe(3);
  await restart();
  await asked.getByRole("button", { name: "Remove the rows" }).click();
  await asked.waitFor({ state: "detached" });
  expect(kept()).toBe(0);
  expect(await told.count()).toBe(0);
  db.close();
  expect(complaints).toEqual([]);
}, 120_000);

it("a connection with another address asks for the key that belongs to it", async () => {
  const { page, complaints } = await visit(browser);
  await addConnection(page, "Corner shop", await practiceServer(), POINTS);
  await openScreen(page, "Connections");
  await page.getByRole("main").getByRole("link", { name: "Corner shop", exact: true }).click();
  await settled(page);
  await page.getByText("A key is kept.").waitFor();
  await page.getByLabel("Address of the API", { exact: true }).fill("https://other.example/api");
  await page.getByText("entered for the address and account before").waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("This is needed.").waitFor();
  await inspect(page, "connection-moved");
  expect(complaints).toEqual([]);
}, 120_000);
