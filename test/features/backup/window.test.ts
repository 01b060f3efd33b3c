import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { expect, test } from "vitest";
import type { SecretStore } from "../../../main/common/host/host.ts";
import { testApp } from "../../app/window.ts";

/** A key store that can be made to forget what it wraps. */
function keyStore(): SecretStore & { forgets: boolean } {
  return {
    kind: "key-file",
    backend: "test",
    forgets: false,
    async wrap(key) {
      return this.forgets ? Buffer.from("forgotten") : Buffer.from(key);
    },
    async unwrap(wrapped) {
      if (wrapped.length < 32) throw new Error("forgotten");
      return { key: Uint8Array.from(wrapped), stale: false };
    },
  };
}

const LIST = "Code;First name\n007;Zoë\n";

test("a restored data folder that cannot be opened gives way to the one that was there", async () => {
  const secrets = keyStore();
  const app = await testApp(secrets);
  await app.call("backup.create", { passphrase: null });
  const fileId = app.registerFile(app.saved[0] ?? "");
  const draft = await app.draft("list.csv", LIST);
  expect(await app.call("backup.check", { fileId })).toMatchObject({
    opens: "here",
    backup: { drafts: 0 },
    now: { drafts: 1 },
  });
  secrets.forgets = true;
  await expect(app.call("backup.restore", { passphrase: null })).rejects.toThrow("vault-locked");
  expect(await app.call("drafts.list", {})).toMatchObject([{ id: draft.id }]);
  expect(await app.call("backup.kept", {})).toEqual([]);
  expect(app.events).not.toContainEqual({ kind: "restored" });
});

/** Windows would not have moved or deleted such a file. */
function openAndGone(dir: string): readonly string[] {
  const fds = readdirSync("/proc/self/fd").map((fd) => {
    const link = `/proc/self/fd/${fd}`;
    return lstatSync(link, { throwIfNoEntry: false }) === undefined ? "" : readlinkSync(link);
  });
  return fds.filter((path) => path.startsWith(dir) && path.endsWith(" (deleted)"));
}

test.runIf(process.platform === "linux")(
  "what could not be opened is closed before the data that was there takes its place",
  async () => {
    const secrets = keyStore();
    const app = await testApp(secrets);
    await app.call("backup.create", { passphrase: null });
    const fileId = app.registerFile(app.saved[0] ?? "");
    await app.call("backup.check", { fileId });
    secrets.forgets = true;
    await expect(app.call("backup.restore", { passphrase: null })).rejects.toThrow("vault-locked");
    expect(openAndGone(app.dataDir)).toEqual([]);
  },
);

test("calls made meanwhile wait, and are answered from the restored data", async () => {
  const app = await testApp();
  await app.call("backup.create", { passphrase: null });
  const fileId = app.registerFile(app.saved[0] ?? "");
  await app.draft("list.csv", LIST);
  await app.call("backup.check", { fileId });
  const restoring = app.call("backup.restore", { passphrase: null });
  const listed = restoring.then(() => app.call("drafts.list", {}));
  const meanwhile = app.call("queue.summary", {});
  expect(await restoring).toMatchObject({ foreign: false, keysToEnter: [], waiting: 0 });
  expect(await listed).toEqual([]);
  expect((await meanwhile).paused).toBe(false);
  expect(app.events).toContainEqual({ kind: "restored" });
  await expect(app.call("backup.restore", { passphrase: null })).rejects.toThrow("not-found");
  const [kept] = await app.call("backup.kept", {});
  await app.call("backup.check", { kept: kept?.name ?? "" });
  await app.call("backup.restore", { passphrase: null });
  expect(await app.call("drafts.list", {})).toHaveLength(1);
});
