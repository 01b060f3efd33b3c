import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createHistory } from "../../../main/features/history/history.ts";
import { forgetCustomer } from "../../../main/features/privacy/forget/forget-customer.ts";
import { DATABASE_FILE } from "../../../main/records/database/open.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import { testApp } from "../../app/window.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { undoWorkshop } from "../rollback/workshop.ts";

const CODE = "K-777-XY";
const CARD = "5550987001";
const EMAIL = "ana.forget@example.com";
const KEYS = [CODE, CARD, EMAIL];

/** Every text of the database, with all that is sealed opened. */
function everything(db: Database, vault: Vault): readonly string[] {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const texts: string[] = [];
  for (const table of tables) {
    for (const row of db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        const name = `${table}.${column}`;
        if (typeof value === "string") texts.push(`${name} ${value}`);
        else if (Buffer.isBuffer(value) && column.startsWith("sealed_")) {
          texts.push(`${name} ${opened(vault, value)}`);
        }
      }
    }
  }
  return texts;
}

function opened(vault: Vault, sealed: Buffer): string {
  const plain = vault.open(sealed);
  try {
    return zstdDecompressSync(plain).toString("utf8");
  } catch {
    return plain.toString("utf8");
  }
}

function holding(texts: readonly string[], key: string): readonly string[] {
  const wanted = key.toLowerCase();
  return texts.filter((text) => text.toLowerCase().includes(wanted));
}

test("nothing in the whole database names a forgotten customer, by whichever key it was asked for", async () => {
  const app = await testApp();
  const { call, draft, send } = app;
  const list = `code,card_number,email,first_name\n${CODE},${CARD},${EMAIL},Ana\nB2,5550000002,bea@example.com,Bea\n`;
  // With a row that is left behind.
  const dated = `code,card_number,email,custom_date\n${CODE},${CARD},${EMAIL},1990-02-03\nb2,,bea@example.com,1990-02-03\n${CODE},,x@example.com,1990-02-31\n`;
  await send((await draft("first.csv", dated)).id);
  // A list being prepared: first rows, cells typed and taken back, corrected all alike.
  const { id: draftId } = await draft("next.csv", `${list},,,Anne\n`);
  const correction = (index: number, value: string) =>
    call("drafts.correctCell", { draftId, index, field: "code", value });
  await correction(2, CODE);
  await correction(1, CODE);
  await correction(1, "B2");
  await call("queue.pause", {});
  const waiting = await draft("waits.csv", `card_number,phone\n${CARD},555-7\n5550000002,555-8\n`);
  const { importId } = await call("drafts.send", { draftId: waiting.id, confirmOverwrite: true });

  const db = new Sqlite(join(app.dataDir, DATABASE_FILE));
  const key = db.prepare("SELECT wrapped FROM vault").pluck().get() as Buffer;
  const vault = createVault(key);
  const before = everything(db, vault);
  for (const each of KEYS) expect(holding(before, each).length).toBeGreaterThan(2);

  const asked = await call("history.forget", {
    ...{ customer: EMAIL, confirm: false, includeQueue: true },
  });
  expect(asked).toMatchObject({
    ...{ imports: 2, rows: 2, queuedRows: 1, draftRows: 2 },
    known: {
      codes: [CODE.toLowerCase()],
      cards: [CARD],
      emails: [EMAIL, "x@example.com"],
    },
  });
  for (const each of KEYS) expect(holding(everything(db, vault), each).length).toBeGreaterThan(2);
  const done = await call("history.forget", {
    ...{ customer: EMAIL, confirm: true, includeQueue: true },
  });
  expect(done).toMatchObject({ rows: 2, keptRows: 0, done: true });
  const after = everything(db, vault);
  for (const each of [...KEYS, "x@example.com"]) expect(holding(after, each)).toEqual([]);
  expect(holding(after, "bea@example.com").length).toBeGreaterThan(2);
  expect(await call("history.get", { importId })).toMatchObject({ counts: { rows: 1 } });
  const tombstones = db.prepare("SELECT rows_forgotten FROM imports ORDER BY id").pluck().all();
  expect(tombstones).toEqual([1, 1]);
  db.close();
}, 60_000);

test("a pasted list with the person in it goes, and so does what a restore put aside; what was checked can still be sent", async () => {
  const app = await testApp();
  const { call } = app;
  const lists = [`code\tfirst_name\n${CODE}\tAna\nB2\tBea\n`, "code\tfirst_name\nC3\tCleo\n"];
  const drafts = [];
  for (const [n, list] of lists.entries()) {
    const folder = join(app.dataDir, "inbox", `list-${n}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}.unused`, "");
    writeFileSync(join(folder, "pasted.tsv"), list);
    drafts.push(await app.draftOf(join(folder, "pasted.tsv")));
    rmSync(`${folder}.unused`);
  }
  const aside = join(app.dataDir, "before-restore-20260131T093012.sqlite");
  writeFileSync(aside, `${CODE} as it was`);
  const request = { customer: CODE, includeQueue: false };
  const counts = { copies: 1, putAside: 1 };
  expect(await call("history.forget", { ...request, confirm: false })).toMatchObject(counts);
  expect(readdirSync(join(app.dataDir, "inbox"))).toEqual(["list-0", "list-1"]);
  expect(await call("history.forget", { ...request, confirm: true })).toMatchObject(counts);
  expect(readdirSync(join(app.dataDir, "inbox"))).toEqual(["list-1"]);
  expect(existsSync(aside)).toBe(false);
  const [{ id: draftId } = { id: 0 }] = drafts;
  const { missing } = await call("drafts.get", { draftId });
  expect(missing.file.map(({ code, severity }) => [code, severity])).toEqual([
    ["list-missing", "warning"],
  ]);
  const { importId } = await call("drafts.send", { draftId, confirmOverwrite: false });
  expect(await call("history.get", { importId })).toMatchObject({ counts: { rows: 1 } });
}, 60_000);

test("an address that a family shares leads to the others only when it is asked for", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({
    fields: ["code", "email"],
    rows: [
      ["A", "home@example.com"],
      ["B", "home@example.com"],
    ],
  });
  await shop.import({ fields: ["email", "phone"], rows: [["home@example.com", "555"]] });
  const ask = (customer: string) =>
    forgetCustomer(shop.db(), shop.vault, { customer, confirm: false, includeQueue: true });
  expect(ask("A")).toMatchObject({ rows: 2, known: { codes: ["a"] } });
  // The last is the one that the platform made up for the row without any.
  expect(ask("home@example.com")).toMatchObject({
    rows: 3,
    known: { codes: ["a", "b", expect.stringMatching(/^\d{16}$/)] },
  });
});

test("rows of an uncertain batch go where the queue is included; one of nobody else is not asked about any more", async () => {
  const shop = undoWorkshop(await practiceServer());
  const one = await shop.import({ rows: [["A", "Ana"]] });
  const two = await shop.import({
    rows: [
      ["A", "Ana"],
      ["B", "Bea"],
    ],
  });
  shop.db().exec("UPDATE batches SET state = 'uncertain'");
  const request = { customer: "A", confirm: true };
  const left = forgetCustomer(shop.db(), shop.vault, { ...request, includeQueue: false });
  expect(left).toMatchObject({ rows: 2, queuedRows: 2, keptRows: 2 });
  const gone = forgetCustomer(shop.db(), shop.vault, { ...request, includeQueue: true });
  expect(gone).toMatchObject({ rows: 2, keptRows: 0 });
  const history = createHistory(shop.db(), shop.vault);
  expect(history.customer({ customer: "A", offset: 0, limit: 9 }).items).toEqual([]);
  const states = shop.db().prepare("SELECT import_id, state, row_count FROM batches").raw().all();
  expect(states).toEqual([
    [one, "cancelled", 1],
    [two, "uncertain", 1],
  ]);
});

test("the same code at another account is another customer", async () => {
  const shop = undoWorkshop(await practiceServer());
  const fields = ["code", "email"] as const;
  shop.put({ fields, rows: [["A", "ana@example.com"]] });
  shop.put({ fields, rows: [["A", "other@example.com"]], accountId: "elsewhere" });
  const { rows, known } = forgetCustomer(shop.db(), shop.vault, {
    ...{ customer: "ana@example.com", confirm: true, includeQueue: true },
  });
  expect([rows, known.emails]).toEqual([1, ["ana@example.com"]]);
});
