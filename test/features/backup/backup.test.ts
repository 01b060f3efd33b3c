import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { SecretStore } from "../../../main/common/host/host.ts";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createBackup } from "../../../main/features/backup/create-backup.ts";
import { restoreBackup } from "../../../main/features/backup/restore-backup.ts";
import { createHistory } from "../../../main/features/history/history.ts";
import { createQueue } from "../../../main/features/queue/queue.ts";
import { readConnections } from "../../../main/records/connections/records.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { keptPath, listKept, removeKept } from "../../../main/records/files/kept-data.ts";
import { knownSince } from "../../../main/records/imports/past/known-since.ts";
import { openVault, type Vault } from "../../../main/records/vault/vault.ts";
import { expectOwnerOnly, NO_RIGHTS, onPosix } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { addConnection, putList } from "../../pipeline/delivery/lists.ts";

/** A key store that opens only what itself has wrapped. */
function keyStore(): SecretStore {
  const mark = randomBytes(8);
  return {
    kind: "key-file",
    backend: "test",
    wrap: async (key) => Buffer.concat([mark, key]),
    async unwrap(wrapped) {
      if (!Buffer.from(wrapped.subarray(0, 8)).equals(mark)) throw new Error("another's");
      return { key: Uint8Array.from(wrapped.subarray(8)), stale: false };
    },
  };
}

interface Folder {
  readonly dir: string;
  readonly secrets: SecretStore;
  readonly db: Database;
  readonly vault: Vault;
}

async function folder(dir = tempDir(), secrets = keyStore()): Promise<Folder> {
  const db = openDatabase(dir);
  onTestFinished(() => {
    db.close();
  });
  return { dir, secrets, db, vault: await openVault(db, secrets) };
}

async function filled(): Promise<Folder> {
  const made = await folder();
  const connectionId = addConnection(made.db);
  made.db
    .prepare("UPDATE connections SET sealed_key = ?")
    .run(made.vault.seal(Buffer.from("secret")));
  putList(made.db, made.vault, connectionId, { rows: [["0012", "Ana"]] });
  return made;
}

function found({ db, vault }: Folder): number {
  return createHistory(db, vault).customer({ customer: "0012", offset: 0, limit: 9 }).items.length;
}

test("a backup taken while the program works comes back on the same computer, keys and all", async () => {
  const source = await filled();
  const path = join(tempDir(), "my.backup");
  await createBackup(source.db, source.vault, path, { passphrase: null });
  expectOwnerOnly(path);
  expect(readFileSync(path).includes("Ana")).toBe(false);
  source.db.prepare("DELETE FROM imports").run();
  source.db.close();
  const restored = await restoreBackup(path, source.dir, source.secrets, null);
  expect(restored).toMatchObject({ foreign: false, kept: expect.stringContaining("before-") });
  const again = await folder(source.dir, source.secrets);
  expect(found(again)).toBe(1);
  expect(readConnections(again.db)[0]?.sealed_key).not.toBeNull();
});

test("a restored backup knows that more may have been sent since than it tells", async () => {
  const source = await filled();
  source.db.prepare("UPDATE send_order SET last = 7").run();
  expect(knownSince(source.db)).toBe(0);
  const path = join(tempDir(), "my.backup");
  await createBackup(source.db, source.vault, path, { passphrase: null });
  source.db.close();
  await restoreBackup(path, source.dir, source.secrets, null);
  expect(knownSince((await folder(source.dir, source.secrets)).db)).toBe(7);
});

test("on another computer it opens with its passphrase, and the API keys are entered anew", async () => {
  const source = await filled();
  const path = join(tempDir(), "my.backup");
  await createBackup(source.db, source.vault, path, { passphrase: "correct horse" });
  const [dir, secrets] = [tempDir(), keyStore()];
  for (const wrong of [null, "wrong horse"]) {
    await expect(restoreBackup(path, dir, secrets, wrong)).rejects.toThrow("passphrase");
  }
  expect(await restoreBackup(path, dir, secrets, "correct horse")).toEqual({
    foreign: true,
    keysToEnter: [expect.any(String)],
    waiting: 1,
    kept: null,
  });
  const there = await folder(dir, secrets);
  expect(found(there)).toBe(1);
  expect(readConnections(there.db)[0]?.sealed_key).toBeNull();
  const key = there.db.prepare("SELECT count(*) FROM settings WHERE key = 'backup-key'").pluck();
  expect(key.get()).toBe(0);
});

test("a file that is no whole backup is refused and changes nothing", async () => {
  const source = await filled();
  const path = join(tempDir(), "my.backup");
  await createBackup(source.db, source.vault, path, { passphrase: null });
  const bytes = readFileSync(path);
  const cut = join(tempDir(), "cut.backup");
  writeFileSync(cut, bytes.subarray(0, bytes.length - 8192));
  const other = join(tempDir(), "list.backup");
  writeFileSync(other, "code,first_name\nA,Ana\n".repeat(1000));
  const target = await filled();
  const flipped = join(tempDir(), "flipped.backup");
  const turned = Buffer.from(bytes);
  // Within a sealed row, where the database's own check does not look.
  turned[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(flipped, turned);
  for (const file of [cut, other, flipped]) {
    await expect(restoreBackup(file, target.dir, target.secrets, null)).rejects.toThrow(/backup/);
  }
  expect(found(target)).toBe(1);
});

test("what waits in a backup is not sent again by itself: sending is paused", async () => {
  const source = await filled();
  const path = join(tempDir(), "my.backup");
  await createBackup(source.db, source.vault, path, { passphrase: null });
  source.db.close();
  const restored = await restoreBackup(path, source.dir, source.secrets, null);
  expect(restored).toMatchObject({ waiting: 1, keysToEnter: [] });
  const again = await folder(source.dir, source.secrets);
  expect(createQueue(again.db, again.vault).summary()).toMatchObject({
    paused: true,
    counts: { queued: 1 },
  });
});

test("data put aside by a restore is listed, comes back whole, and goes when it is not wanted", async () => {
  const source = await filled();
  const path = join(tempDir(), "empty.backup");
  const empty = await folder(tempDir(), source.secrets);
  await createBackup(empty.db, empty.vault, path, { passphrase: null });
  source.db.close();
  await restoreBackup(path, source.dir, source.secrets, null);
  const [first] = listKept(source.dir);
  if (first === undefined) throw new Error("nothing was kept");
  expect(Math.abs(Date.now() - first.at)).toBeLessThan(60_000);
  await restoreBackup(keptPath(source.dir, first.name), source.dir, source.secrets, null);
  expect(found(await folder(source.dir, source.secrets))).toBe(1);
  expect(listKept(source.dir)).toHaveLength(2);
  for (const { name } of listKept(source.dir)) removeKept(source.dir, name);
  expect(listKept(source.dir)).toEqual([]);
  expect(() => keptPath(source.dir, "../loyalty-importer.sqlite")).toThrow();
});

test("a file that was there stays as it is where a backup fails, and nothing else is left", async () => {
  const source = await filled();
  const dir = tempDir();
  const folder = join(dir, "taken");
  mkdirSync(folder);
  const write = (path: string) => createBackup(source.db, source.vault, path, { passphrase: null });
  await expect(write(folder)).rejects.toMatchObject({ code: "export-not-written" });
  await expect(write(join(dir, "nowhere", "my.backup"))).rejects.toMatchObject({
    code: "export-not-written",
  });
  const list = join(dir, "list.xlsx");
  writeFileSync(list, "no database");
  await write(list);
  expect(await restoreBackup(list, tempDir(), source.secrets, null)).toMatchObject({
    foreign: false,
  });
  expect(readdirSync(dir).sort()).toEqual(["list.xlsx", "taken"]);
});

onPosix(
  {
    title: "what a restore leaves is readable by its owner only, whatever the backup's rights",
    reason: NO_RIGHTS,
  },
  async ({ chmod }) => {
    const source = await filled();
    const path = join(tempDir(), "my.backup");
    await createBackup(source.db, source.vault, path, { passphrase: null });
    chmod(path, 0o644);
    source.db.close();
    await restoreBackup(path, source.dir, source.secrets, null);
    expectOwnerOnly(...readdirSync(source.dir).map((name) => join(source.dir, name)));
  },
);

test("a backup that is not there is told by its name", async () => {
  const { dir, secrets } = await folder();
  const restore = restoreBackup(join(dir, "gone.backup"), dir, secrets, null);
  await expect(restore).rejects.toThrow('"gone.backup" was not found');
});
