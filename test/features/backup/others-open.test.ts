import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import { createKeyFileSecrets } from "../../../main/hosts/node/key-file.ts";
import { NO_WINDOW } from "../../../main/hosts/node/no-window.ts";
import { nodeFork } from "../../../main/hosts/node/node-fork.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { cli } from "../../cli/cli.ts";

const IN_USE =
  "Another Loyalty Importer has this data folder open. Close it and restore again; nothing was changed.";

test("a restore is refused while a window stands open and idle, and what that window then writes stays", async () => {
  const { run, dataDir } = cli();
  const backup = join(dataDir, "..", "my.backup");
  await run(["backup", backup]);
  const window = openDatabase(dataDir);
  const refused = await run(["restore", backup]);
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining(IN_USE) });
  window.prepare("INSERT INTO settings VALUES ('mark', '1')").run();
  window.close();
  const after = openDatabase(dataDir);
  expect(after.prepare("SELECT 1 FROM settings WHERE key = 'mark'").get()).toBeDefined();
  expect(after.pragma("journal_mode", { simple: true })).toBe("wal");
  after.close();
  expect(readdirSync(dataDir).filter((name) => /restore/.test(name))).toEqual([]);
  expect((await run(["restore", backup])).status).toBe(0);
});

test("a window restores nothing while a command has its folder open, and goes on with its data", async () => {
  const { run, dataDir } = cli();
  const backup = join(dataDir, "..", "my.backup");
  await run(["backup", backup]);
  const host = {
    ...NO_WINDOW,
    kind: "browser" as const,
    secrets: createKeyFileSecrets(dataDir),
    transport: { post: () => Promise.reject(new Error("nothing is sent")) },
    fork: nodeFork,
  };
  const app = await createApp(host, { dataDir, policy: { source: null } });
  const command = openDatabase(dataDir);
  const checked = await app.answer("backup.check", { fileId: app.registerFile(backup) });
  expect(checked).toMatchObject({ ok: true });
  const refused = await app.answer("backup.restore", { passphrase: null });
  expect(refused).toMatchObject({ ok: false, error: { code: "backup-in-use" } });
  expect(await app.answer("settings.set", { retentionDays: 33 })).toMatchObject({ ok: true });
  command.close();
  expect(await app.answer("backup.restore", { passphrase: null })).toMatchObject({ ok: true });
  expect(await app.answer("settings.get", {})).toMatchObject({ value: { retentionDays: 90 } });
  await app.close();
});
