import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createBackup } from "../../../main/features/backup/create-backup.ts";
import { restoreBackup } from "../../../main/features/backup/restore-backup.ts";
import { saveConnection } from "../../../main/features/connections/save.ts";
import { createKeyFileSecrets } from "../../../main/hosts/node/key-file.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { isOwned, removeOwned } from "../../../main/records/files/inbox.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { openVault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { onPosix } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const STORE = {
  id: null,
  name: "Store",
  url: "https://api.example.com/",
  userId: "u",
  accountId: "a",
  settings: DEFAULT_CONNECTION_SETTINGS,
};
const TAIL_BYTES = 8 + 32 + 32;

async function folder(dir = tempDir()) {
  const secrets = createKeyFileSecrets(dir);
  const db = openDatabase(dir);
  onTestFinished(() => {
    db.close();
  });
  return { dir, secrets, db, vault: await openVault(db, secrets) };
}

/** A data folder with a connection, its backup, and what is to be deleted outside of it. */
async function shop(passphrase: string | null = null) {
  const made = await folder();
  const undoLog = createUndoLog(made.db, made.vault);
  const key = randomBytes(12).toString("hex");
  const id = saveConnection(made.db, made.vault, { ...STORE, apiKey: "first" }, undoLog);
  saveConnection(made.db, made.vault, { ...STORE, id, apiKey: key }, undoLog);
  const backup = join(tempDir(), "my.backup");
  await createBackup(made.db, made.vault, backup, { passphrase });
  made.db.close();
  const victim = join(tempDir(), "victim");
  mkdirSync(victim);
  writeFileSync(join(victim, "precious.txt"), "precious");
  return { ...made, backup, victim, key };
}

/** What somebody without the data key can do: change the database and write its checksum anew. */
function forge(backup: string, change: (db: Database) => void): void {
  const bytes = readFileSync(backup);
  const mac = bytes.subarray(-32);
  writeFileSync(backup, bytes.subarray(0, -TAIL_BYTES));
  const db = new Sqlite(backup);
  change(db);
  db.close();
  const body = readFileSync(backup);
  const digest = createHash("sha256").update(body).digest();
  writeFileSync(backup, Buffer.concat([body, Buffer.from("LIBACKU2"), digest, mac]));
}

const addDraft = (db: Database, path: string) =>
  db
    .prepare(
      `INSERT INTO drafts (path, file_name, file_size, file_mtime, owns_file, step, choice, options,
         sealed_state, created_at, updated_at)
       VALUES (?, 'list.csv', 1, 1, 1, 'file', '{}', '{}', x'00', 0, 0)`,
    )
    .run(path);

test.each<readonly [string, (db: Database) => void]>([
  [
    "a connection's address",
    (db) => void db.exec("UPDATE connections SET url = 'https://x.example/'"),
  ],
  ["a draft's path", (db) => void addDraft(db, "/etc/hostname")],
  [
    "the schema",
    (db) => void db.exec("CREATE TRIGGER t AFTER INSERT ON drafts BEGIN DELETE FROM imports; END"),
  ],
])(
  "a backup in which somebody has changed %s is refused, and nothing is changed",
  async (_, change) => {
    const { dir, secrets, backup } = await shop();
    forge(backup, change);
    const refused = restoreBackup(backup, dir, secrets, null);
    await expect(refused).rejects.toMatchObject({
      code: expect.stringMatching(/^backup-(changed|damaged)$/),
    });
    expect(readdirSync(dir).filter((name) => /restore/.test(name))).toEqual([]);
  },
);

test("a changed backup with a passphrase is refused as well, whoever knows it", async () => {
  const { backup } = await shop("correct horse");
  forge(backup, (db) => void db.exec("UPDATE connections SET url = 'https://x.example/'"));
  const there = tempDir();
  const refused = restoreBackup(backup, there, createKeyFileSecrets(there), "correct horse");
  await expect(refused).rejects.toMatchObject({ code: "backup-changed" });
});

test("a database without a seal is no backup, unless a restore has put it aside here", async () => {
  const { dir, secrets, backup } = await shop();
  const bare = join(tempDir(), "bare.backup");
  writeFileSync(bare, readFileSync(backup).subarray(0, -TAIL_BYTES));
  await expect(restoreBackup(bare, dir, secrets, null)).rejects.toMatchObject({
    code: "backup-damaged",
  });
  const { kept } = await restoreBackup(backup, dir, secrets, null);
  expect(await restoreBackup(kept ?? "", dir, secrets, null)).toMatchObject({ foreign: false });
});

test("data put aside that was changed runs no trigger of somebody else", async () => {
  const { dir, secrets, backup } = await shop();
  const { kept } = await restoreBackup(backup, dir, secrets, null);
  const db = new Sqlite(kept ?? "");
  db.exec("CREATE TRIGGER t AFTER UPDATE ON vault BEGIN DELETE FROM connections; END");
  db.close();
  const refused = restoreBackup(kept ?? "", dir, secrets, null);
  await expect(refused).rejects.toMatchObject({ code: "backup-damaged" });
});

test("a path that leads out of the data folder is nobody's copy to remove, however it is written", async () => {
  const { dir, secrets, backup, victim } = await shop();
  const { kept } = await restoreBackup(backup, dir, secrets, null);
  const ways = [
    join(dir, "inbox", "x", "list.csv").replace("x", `../../${victim.split("/").at(-2)}/victim`),
    `${dir}/inbox/../../../../../../../..${victim}/precious.txt`,
    `${dir}/inbox/a/../../inbox/../logs/x`,
    `${dir}/inbox/list.csv`,
    `${dir}/inbox/a/b/list.csv`,
    `${dir}/inbox-other/a/list.csv`,
    "inbox/a/list.csv",
    "",
  ];
  for (const path of ways) {
    expect(isOwned(dir, path), path).toBe(false);
    await removeOwned(dir, path);
  }
  expect(isOwned(dir, join(dir, "inbox", "a", "list.csv"))).toBe(true);
  const db = new Sqlite(kept ?? "");
  for (const path of ways) addDraft(db, path);
  db.close();
  await restoreBackup(kept ?? "", dir, secrets, null);
  const restored = openDatabase(dir);
  const owned = "SELECT count(*) FROM drafts WHERE owns_file = 1 OR path <> ''";
  expect(restored.prepare(owned).pluck().get()).toBe(0);
  restored.close();
  expect(existsSync(join(victim, "precious.txt"))).toBe(true);
});

test("what lies beside a backup under its name is no part of it", async () => {
  const { dir, secrets, backup } = await shop();
  const other = await folder();
  other.db.exec("UPDATE settings SET value = 'true'; CREATE TABLE strange (x)");
  for (const part of ["-wal", "-shm"]) {
    writeFileSync(backup + part, readFileSync(join(other.dir, `loyalty-importer.sqlite${part}`)));
  }
  expect(await restoreBackup(backup, dir, secrets, null)).toMatchObject({ keysToEnter: [] });
  const restored = openDatabase(dir);
  expect(restored.prepare("SELECT name FROM connections").pluck().all()).toEqual(["Store"]);
  restored.close();
});

test("a backup with a passphrase holds no API key, and names the connections that need theirs", async () => {
  const { dir, secrets, backup, vault, key } = await shop("correct horse");
  const db = new Sqlite(backup, { readonly: true });
  const blobs = [
    ...db.prepare("SELECT sealed_key FROM connections WHERE sealed_key NOT NULL").pluck().all(),
    ...db.prepare("SELECT sealed_payload FROM undo_entries").pluck().all(),
  ] as Buffer[];
  db.close();
  for (const sealed of blobs)
    expect(vault.openJson(sealed)).not.toHaveProperty("before", expect.any(String));
  const bytes = readFileSync(backup);
  const sealedNow = new Sqlite(join(dir, "loyalty-importer.sqlite"), { readonly: true });
  const kept = sealedNow.prepare("SELECT sealed_key FROM connections").pluck().get() as Buffer;
  sealedNow.close();
  expect(bytes.includes(kept)).toBe(false);
  expect(bytes.includes(key)).toBe(false);
  const restored = await restoreBackup(backup, dir, secrets, "correct horse");
  expect(restored).toMatchObject({ foreign: false, keysToEnter: ["Store"] });
});

onPosix(
  { title: "a pipe is no backup, and nobody waits for it", reason: "no file is a pipe" },
  async ({ pipe: makePipe }) => {
    const { dir, secrets } = await folder();
    const pipe = join(tempDir(), "pipe.backup");
    makePipe(pipe);
    await expect(restoreBackup(pipe, dir, secrets, null)).rejects.toMatchObject({
      code: "backup-damaged",
    });
    await expect(restoreBackup(tempDir(), dir, secrets, null)).rejects.toMatchObject({
      code: "backup-damaged",
    });
  },
);

test("20 GB of nothing are refused before anything is copied", async () => {
  const { dir, secrets } = await folder();
  const huge = join(tempDir(), "huge.backup");
  writeFileSync(huge, "SQLite format 3\0");
  truncateSync(huge, 20e9);
  const started = performance.now();
  await expect(restoreBackup(huge, dir, secrets, null)).rejects.toMatchObject({
    code: "backup-damaged",
  });
  expect(performance.now() - started).toBeLessThan(2_000);
});

onPosix(
  {
    title: "a backup that this account may not read is told by its name",
    reason: "tested there with one that is held open",
    asUser: true,
  },
  async ({ chmod }) => {
    const { dir, secrets } = await folder();
    const path = join(tempDir(), "mine.backup");
    writeFileSync(path, "SQLite format 3\0");
    chmod(path, 0);
    await expect(restoreBackup(path, dir, secrets, null)).rejects.toMatchObject({
      code: "file-no-permission",
      params: { name: "mine.backup" },
    });
  },
);
