import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { supportBundle } from "../../../main/features/support/bundle.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { DATABASE_FILE } from "../../../main/records/database/open.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

vi.mock("node:os", async (original) => ({
  ...(await original<typeof import("node:os")>()),
  release: () => "6.1.0-built-by-juan.garcia",
}));

/** Each place gets a marker of its own, so that a failure says which one gets out. */
const MARKER = "Zmarkerz";

interface Column {
  readonly name: string;
  readonly type: string;
}

/** SQLite itself keeps "shadow" tables for the search, filled with what the search is filled with. */
function tablesOf(db: Database): readonly string[] {
  return db
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as readonly string[];
}

/** Whatever a row of a table can hold: a marker in each text and each blob, also in choices. */
function seed(db: Database): number {
  db.pragma("foreign_keys = OFF");
  db.pragma("ignore_check_constraints = ON");
  let seeded = 0;
  for (const table of tablesOf(db)) {
    const columns = db.pragma(`table_info("${table}")`) as readonly Column[];
    const values = columns.map(({ name, type }) => {
      if (/INT|REAL/.test(type)) return 4_711_000_000 + seeded;
      seeded += 1;
      const marker = `${MARKER} ${table} ${name}`;
      return type === "BLOB" ? Buffer.from(marker) : marker;
    });
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    const places = columns.map(() => "?").join(", ");
    db.prepare(`INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${places})`).run(values);
  }
  db.exec(`CREATE TABLE "${MARKER} table" ("${MARKER} column" TEXT DEFAULT '${MARKER} default')`);
  db.exec(`CREATE VIEW "${MARKER} view" AS SELECT '${MARKER} selected' AS x`);
  db.exec(`UPDATE settings SET value = '{"language":"${MARKER}","theme":"${MARKER}"}'`);
  db.exec(
    `INSERT OR REPLACE INTO settings (key, value)
     VALUES ('user', '{"language":"${MARKER} language","theme":"${MARKER} theme","retentionDays":612345678,"batchRows":"${MARKER} rows"}')`,
  );
  return seeded;
}

it("nothing that any table, setting, log or file name can hold gets into the report for support", async () => {
  const dataDir = tempDir();
  const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
    dataDir,
  });
  await app.close();
  const logDir = join(dataDir, "logs");
  mkdirSync(logDir, { recursive: true });
  writeFileSync(join(logDir, `${MARKER}.log`), `{"event":"${MARKER} file"}\n`);
  const lines: readonly Readonly<Record<string, unknown>>[] = [
    { at: MARKER, level: MARKER, event: MARKER, call: MARKER, kind: `Error E${MARKER}` },
    { host: MARKER, version: MARKER, backend: MARKER, importId: MARKER, count: MARKER },
    { kind: "Error EJUANGARCIA", [MARKER]: 1, event: "started" },
    { event: "constructor", call: "toString", hasOwnProperty: "at" },
    { event: "started", version: "1.2.3-juangarcia.1" },
    { event: "started", importId: 5_512_345_678, batchId: 4_929_123_456_781_234 },
  ];
  const text = [...lines.map((line) => JSON.stringify(line)), MARKER, `"${MARKER}"`, "null"];
  const parents = '{"__proto__":{"event":"x"},"constructor":true}';
  writeFileSync(join(logDir, "loyalty-importer.log.1"), [...text, parents].join("\n"));

  const db = new Sqlite(join(dataDir, DATABASE_FILE));
  try {
    expect(seed(db)).toBeGreaterThan(80);
    const about = { logDir, host: "electron", protection: { kind: "key-file", backend: MARKER } };
    const report = supportBundle(db, about);
    const said = JSON.stringify(report);
    expect(said.match(new RegExp(`${MARKER}[^"]*`, "gi"))).toBeNull();
    const texts = ["JUANGARCIA", "juangarcia", "juan.garcia", "toString", "constructor"];
    const numbers = ["612345678", "4711000", "5512345678", "4929123456781234"];
    for (const secret of [...texts, ...numbers]) expect(said).not.toContain(secret);
    expect(said).toContain('"release":"6.1.0"');
    expect(report).toMatchObject({
      settings: { language: null, theme: null, retentionDays: null, batchRows: null },
      connections: { kinds: { practice: 1, other: 1 } },
      queue: { other: 1 },
      database: { different: [], unknown: 2 },
    });
  } finally {
    db.close();
  }
});

it("the report says where the database's schema is not what this version makes", async () => {
  const dataDir = tempDir();
  const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
    dataDir,
  });
  await app.close();
  const db = new Sqlite(join(dataDir, DATABASE_FILE));
  try {
    const about = {
      logDir: join(dataDir, "logs"),
      host: "cli",
      protection: { kind: "system", backend: "keychain" },
    };
    expect(supportBundle(db, about)).toMatchObject({ database: { different: [], unknown: 0 } });
    db.exec("DROP INDEX undo_groups_by_import");
    expect(supportBundle(db, about)).toMatchObject({
      database: { different: ["undo_groups_by_import"], unknown: 0 },
    });
  } finally {
    db.close();
  }
});
