import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import electronUpdater from "electron-updater";
import { afterAll, expect, it, onTestFinished, vi } from "vitest";
import {
  canVerifyUpdates,
  createUpdates,
} from "../../../../main/hosts/electron/updates/updates.ts";
import { suiteDir, tempDir } from "../../../helpers/temp-dir.ts";
import { NodeDownloads } from "./node-downloads.ts";

const notCalled = () => expect.fail("the installer was told to have failed");
const INSTALLER = Buffer.from("an installer, as far as a feed can tell");

interface Release {
  readonly version: string;
  /** Of the installer, where the feed tells the truth. */
  readonly sha512?: string;
  readonly stagingPercentage?: number;
}

// electron-updater asks PowerShell by a shell command with `>NUL` in it, which is a file in the current
// folder everywhere but on Windows: it falls into a folder that goes with the tests.
const home = process.cwd();
process.chdir(suiteDir());
afterAll(() => process.chdir(home));

/** A feed on this computer with one release in it, as electron-builder writes it. */
async function openFeed({ version, sha512, stagingPercentage }: Release) {
  const asked: string[] = [];
  const name = `loyalty-importer-${version}-win-x64.exe`;
  const hash = sha512 ?? createHash("sha512").update(INSTALLER).digest("base64");
  const yaml = [
    `version: ${version}`,
    "files:",
    `  - url: ${name}`,
    `    sha512: ${hash}`,
    `    size: ${INSTALLER.length}`,
    `path: ${name}`,
    `sha512: ${hash}`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
    ...(stagingPercentage === undefined ? [] : [`stagingPercentage: ${stagingPercentage}`]),
  ].join("\n");
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    asked.push(path);
    if (path.endsWith(".yml")) response.end(yaml);
    else if (path === `/${name}`) response.end(INSTALLER);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked, installer: `/${name}` };
}

/** The installed program, version 1.2.0, as electron-updater sees it. */
function runUpdater(feed: string, isSending = () => false, publisher = "") {
  const dir = tempDir();
  const config = join(dir, "app-update.yml");
  const said = ["provider: generic", "url: https://unused.invalid", "updaterCacheDirName: up"];
  writeFileSync(config, [...said, publisher].join("\n"));
  const updater = new electronUpdater.NsisUpdater(null, {
    version: "1.2.0",
    name: "Loyalty Importer",
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: dir,
    baseCachePath: dir,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  Reflect.set(updater, "httpExecutor", new NodeDownloads());
  const installed: boolean[] = [];
  updater.quitAndInstall = () => void installed.push(true);
  const ready: string[] = [];
  const troubles: string[] = [];
  const updates = createUpdates({
    updater,
    feed,
    isSending,
    onReady: (version) => ready.push(version),
    onTrouble: (detail) => troubles.push(detail),
  });
  return { updates, updater, ready, troubles, installed };
}

it("a newer release is fetched, told, and installed when the program ends", async () => {
  const feed = await openFeed({ version: "1.3.0" });
  const { updates, ready, troubles, installed } = runUpdater(feed.url);
  expect(await updates.check()).toBe("checked");
  expect(troubles).toEqual([]);
  expect(ready).toEqual(["1.3.0"]);
  expect(installed).toEqual([]);
  expect(updates.install(notCalled)).toBe(true);
  expect(installed).toEqual([true]);
});

it("an installer that does not start is told, so that the program can end without it", async () => {
  const feed = await openFeed({ version: "1.3.0" });
  const { updates, updater, installed } = runUpdater(feed.url);
  await updates.check();
  updater.quitAndInstall = () => void updater.emit("error", new Error("spawn EACCES"));
  const failed = vi.fn<() => void>();
  expect(updates.install(failed)).toBe(true);
  expect(failed).toHaveBeenCalledOnce();
  expect(updates.install(notCalled)).toBe(false);
  expect(installed).toEqual([]);
});

it.each(["1.1.9", "1.2.0", "1.3.0-beta.1"])(
  "release %s, which is not newer, or not meant for everybody, is not fetched",
  async (version) => {
    const feed = await openFeed({ version });
    const { updates, ready } = runUpdater(feed.url);
    expect(await updates.check()).toBe("checked");
    expect(ready).toEqual([]);
    expect(feed.asked).not.toContain(feed.installer);
    expect(updates.install(notCalled)).toBe(false);
  },
);

it("a release that is not what its feed says is thrown away", async () => {
  const wrong = createHash("sha512").update("something else").digest("base64");
  const feed = await openFeed({ version: "1.3.0", sha512: wrong });
  const { updates, ready, troubles, installed } = runUpdater(feed.url);
  expect(await updates.check()).toBe("failed");
  expect(feed.asked).toContain(feed.installer);
  expect(troubles).toContain("ERR_CHECKSUM_MISMATCH");
  expect(ready).toEqual([]);
  expect(updates.install(notCalled)).toBe(false);
  expect(installed).toEqual([]);
});

// Here there is no PowerShell to ask, or the installer is not signed: either way nobody has said yes.
it("an installer whose publisher cannot be verified is thrown away", async () => {
  const feed = await openFeed({ version: "1.3.0" });
  const { updates, ready, troubles } = runUpdater(feed.url, () => false, "publisherName: [Shop]");
  expect(await updates.check()).toBe("failed");
  expect(feed.asked).toContain(feed.installer);
  expect(troubles).toContain("ERR_UPDATER_INVALID_SIGNATURE");
  expect(ready).toEqual([]);
  expect(updates.install(notCalled)).toBe(false);
}, 60_000);

it("a release that is staged for nobody yet is not fetched", async () => {
  const feed = await openFeed({ version: "1.3.0", stagingPercentage: 0 });
  const { updates, ready } = runUpdater(feed.url);
  expect(await updates.check()).toBe("checked");
  expect(ready).toEqual([]);
});

it("a feed that cannot be reached is a trouble and no more", async () => {
  const feed = await openFeed({ version: "1.3.0" });
  const { updates, troubles } = runUpdater(`${feed.url}nowhere`.replace(/:\d+\//, ":1/"));
  expect(await updates.check()).toBe("failed");
  expect(troubles).toHaveLength(1);
});

it("nothing is looked for while a batch is on its way", async () => {
  const feed = await openFeed({ version: "1.3.0" });
  const { updates, ready } = runUpdater(feed.url, () => true);
  expect(await updates.check()).toBe("busy");
  expect(feed.asked).toEqual([]);
  expect(ready).toEqual([]);
});

it("only a program whose signature is verified updates itself", () => {
  const dir = tempDir();
  expect(canVerifyUpdates("darwin", dir, {})).toBe(true);
  expect(canVerifyUpdates("linux", dir, {})).toBe(false);
  expect(canVerifyUpdates("win32", dir, {})).toBe(false);
  writeFileSync(join(dir, "app-update.yml"), "provider: generic\npublisherName:\n  - Shop\n");
  expect(canVerifyUpdates("win32", dir, {})).toBe(true);
  expect(canVerifyUpdates("win32", dir, { PORTABLE_EXECUTABLE_DIR: "C:\\" })).toBe(false);
});
