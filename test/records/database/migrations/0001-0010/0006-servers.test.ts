import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

const CHANGED_AT = 5_000;

/** Connections as an earlier version left them, each with an import before and one after a save. */
function former() {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 5)) step.up(db);
  db.pragma("user_version = 5");
  const connect = db.prepare(`INSERT INTO connections
      (name, kind, url, user_id, account_id, settings, created_at, updated_at)
    VALUES (?, ?, ?, 'u', 'a', '{}', 1000, ?)`);
  const add = db.prepare(`INSERT INTO imports (phase, state, file_name, sheet, header_row, columns,
      mapping, options, output, checked, connection_id, connection_name, account_id, pid, started_at)
    VALUES ('queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', ?, '', ?, 0, ?)`);
  const change = db.prepare(
    "INSERT INTO undo_groups (at, label, params, undone) VALUES (?, 'connection-changed', ?, ?)",
  );
  return {
    db,
    connection(name: string, updatedAt: number, kind = "api") {
      const url = `HTTPS://${name}.Example.com:443/api?lang=en`;
      const { lastInsertRowid } = connect.run(name, kind, url, updatedAt);
      for (const at of [2_000, 9_000]) add.run(lastInsertRowid, "a", at);
      return lastInsertRowid;
    },
    changed: (name: string, undone: number) =>
      change.run(CHANGED_AT + 3, JSON.stringify({ name }), undone),
    add: (id: number | bigint | null, account: string) => add.run(id, account, 9_000),
  };
}

test("imports keep the address that each certainly had, and none where nothing tells", () => {
  const { db, connection, changed, add } = former();
  connection("same", 1_000);
  connection("saved", CHANGED_AT);
  changed("saved", 0);
  connection("undone", CHANGED_AT);
  changed("undone", 1);
  connection("forgotten", CHANGED_AT);
  connection("practice", CHANGED_AT, "practice");
  add(connection("account", 1_000), "another");
  add(null, "a");
  migrate(db);
  const addresses = db.prepare("SELECT address FROM imports ORDER BY id").pluck().all();
  expect(addresses).toEqual([
    ...["https://same.example.com/api", "https://same.example.com/api"],
    ...["", "https://saved.example.com/api"],
    ...["", ""],
    ...["", ""],
    ...["practice", "practice"],
    ...["https://account.example.com/api", "https://account.example.com/api", ""],
    "",
  ]);
});
