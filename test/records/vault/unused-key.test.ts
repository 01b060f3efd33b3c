import { beforeEach, expect, it } from "vitest";
import type { SecretStore } from "../../../main/common/host/host.ts";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { openVault } from "../../../main/records/vault/vault.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

/** A key store that opens only what it has wrapped itself. */
function store(name: string, kind: SecretStore["kind"] = "system"): SecretStore {
  return {
    kind,
    backend: name,
    wrap: async (key) => Buffer.concat([Buffer.from(name), key]),
    async unwrap(wrapped) {
      if (!Buffer.from(wrapped).toString("latin1").startsWith(name)) throw new Error("another key");
      return { key: wrapped.subarray(name.length), stale: false };
    },
  };
}

let db: Database;
beforeEach(() => {
  db = openDatabase(tempDir());
});

it("a key that was lost before it sealed anything is made anew, and stays then", async () => {
  await openVault(db, store("lost"));
  const vault = await openVault(db, store("found"));
  const sealed = vault.sealJson("Ana");
  expect((await openVault(db, store("found"))).openJson(sealed)).toBe("Ana");
});

it("a key that has sealed anything at all is never replaced, whichever table holds it", async () => {
  await openVault(db, store("lost"));
  db.pragma("foreign_keys = OFF");
  db.pragma("ignore_check_constraints = ON");
  const columns = db
    .prepare(
      `SELECT t.name AS "table", c.name AS "column"
         FROM pragma_table_list t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND c.type = 'BLOB' AND t.name <> 'vault'`,
    )
    .all() as readonly { readonly table: string; readonly column: string }[];
  expect(columns.length).toBeGreaterThan(10);
  for (const { table, column } of columns) {
    db.exec("SAVEPOINT one");
    insert(table, column);
    await expect(openVault(db, store("other")), `${table}.${column}`).rejects.toMatchObject({
      code: "vault-locked",
    });
    db.exec("ROLLBACK TO one; RELEASE one");
  }
});

it("a key that another process may seal with at any moment is left to it", async () => {
  const dataDir = tempDir();
  const theirs = openDatabase(dataDir);
  const vault = await openVault(theirs, store("theirs"));
  const ours = openDatabase(dataDir);
  await expect(openVault(ours, store("ours"))).rejects.toMatchObject({ code: "vault-locked" });
  const sealed = vault.sealJson("Ana");
  ours.close();
  expect((await openVault(theirs, store("theirs"))).openJson(sealed)).toBe("Ana");
  theirs.close();
  const later = openDatabase(dataDir);
  await openVault(later, store("ours"));
  // Others come in again.
  const another = openDatabase(dataDir);
  await openVault(another, store("ours"));
  expect(another.pragma("journal_mode", { simple: true })).toBe("wal");
});

it("a folder that belongs to the system's key store is not taken over by a key file", async () => {
  await openVault(db, store("system"));
  await expect(openVault(db, store("file", "key-file"))).rejects.toMatchObject({
    code: "vault-needs-program",
  });
  await openVault(db, store("system"));
});

/** A row with only what it must have, and something in that column. */
function insert(table: string, column: string): void {
  const needed = db
    .prepare(`SELECT name, type FROM pragma_table_info(?) WHERE name = ? OR "notnull" = 1`)
    .all(table, column) as readonly { readonly name: string; readonly type: string }[];
  const values = needed.map(({ type }) =>
    type === "BLOB" ? Buffer.from([1]) : type === "TEXT" ? "x" : 1,
  );
  const names = needed.map(({ name }) => `"${name}"`).join(", ");
  const places = needed.map(() => "?").join(", ");
  db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${places})`).run(...values);
}
