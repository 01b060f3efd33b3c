import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { setUpCommandLinePaths } from "../../../../main/hosts/electron/start/command-line-paths.ts";
import { setUpPaths } from "../../../../main/hosts/electron/start/paths.ts";
import { createElectronSecrets } from "../../../../main/hosts/electron/system/secrets.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { app } from "../stand-in/index.ts";

/** Windows' Chromium makes a key where it finds none, and keeps it in the folder it was given. */
const platform = process.platform;
// Loads its binary, which is this system's.
new Sqlite(":memory:").close();
beforeEach(() => Object.defineProperty(process, "platform", { value: "win32" }));
afterEach(() => Object.defineProperty(process, "platform", { value: platform }));

type Folder = "chromium" | "chromium-command-line";
const stateOf = (dataDir: string, folder: Folder) => join(dataDir, folder, "Local State");

function keyOf(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8")).os_crypt.encrypted_key;
}

/** What Chromium leaves in its folder when it has ended. */
function chromiumMade(path: string, key: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ os_crypt: { audit_enabled: true, encrypted_key: key } }));
}

/** A start that opens the data: what is wrapped is unwrapped again. */
async function open(dataDir: string, folder: Folder): Promise<void> {
  if (folder === "chromium") setUpPaths(dataDir);
  else setUpCommandLinePaths(dataDir);
  const secrets = await createElectronSecrets(dataDir);
  await secrets.unwrap(await secrets.wrap(new Uint8Array(32)));
}

it.each([
  ["chromium", "chromium-command-line"],
  ["chromium-command-line", "chromium"],
] as const)("what %s has wrapped with its key, %s opens with the same", async (first, second) => {
  const dataDir = tempDir();
  await open(dataDir, first);
  chromiumMade(stateOf(dataDir, first), "K1");
  await open(dataDir, second);
  expect(keyOf(stateOf(dataDir, second))).toBe("K1");
});

it("command lines at once have a folder each, with the key that opens the data", async () => {
  const dataDir = tempDir();
  chromiumMade(stateOf(dataDir, "chromium"), "K1");
  const folders: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    setUpCommandLinePaths(dataDir);
    folders.push(app.getPath("sessionData"));
  }
  expect(new Set(folders).size).toBe(3);
  expect(folders[0]).toBe(join(dataDir, "chromium-command-line"));
  for (const folder of folders) expect(keyOf(join(folder, "Local State"))).toBe("K1");
});

it("a key of the command line's own, made while the window's was not yet written, gives way", async () => {
  const dataDir = tempDir();
  chromiumMade(stateOf(dataDir, "chromium-command-line"), "K2");
  chromiumMade(stateOf(dataDir, "chromium"), "K1");
  await open(dataDir, "chromium-command-line");
  expect(keyOf(stateOf(dataDir, "chromium-command-line"))).toBe("K1");
});

it("the key comes back where Chromium's folder was cleared or cut", async () => {
  const dataDir = tempDir();
  const path = stateOf(dataDir, "chromium");
  chromiumMade(path, "K1");
  await open(dataDir, "chromium");
  for (const text of ["", '{"os_crypt":', "null", '{"os_crypt":{},"other":1}']) {
    writeFileSync(path, text);
    setUpPaths(dataDir);
    expect(keyOf(path), text).toBe("K1");
  }
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ other: 1 });
});

it("another key that opens the data, as after a restore on another computer, takes its place", async () => {
  const dataDir = tempDir();
  const path = stateOf(dataDir, "chromium");
  chromiumMade(path, "K1");
  await open(dataDir, "chromium");
  // The old one could not be opened here: Chromium has made one, by which the restored data is
  // wrapped and opened, and writes it down at its end.
  await open(dataDir, "chromium");
  chromiumMade(path, "K3");
  await open(dataDir, "chromium");
  expect(keyOf(path)).toBe("K3");
  await open(dataDir, "chromium-command-line");
  expect(keyOf(stateOf(dataDir, "chromium-command-line"))).toBe("K3");
});

it("where Chromium has made another key, which opens nothing, the next start tries the one that did", async () => {
  const dataDir = tempDir();
  const path = stateOf(dataDir, "chromium");
  chromiumMade(path, "K1");
  await open(dataDir, "chromium");
  chromiumMade(path, "K2");
  setUpPaths(dataDir);
  expect(keyOf(path)).toBe("K2");
  const secrets = await createElectronSecrets(dataDir);
  await expect(secrets.unwrap(Buffer.from("another's"))).rejects.toThrow();
  setUpPaths(dataDir);
  expect(keyOf(path)).toBe("K1");
  // Once: a key that opens nothing either does not stand in the way of a restored backup's.
  chromiumMade(path, "K3");
  setUpPaths(dataDir);
  expect(keyOf(path)).toBe("K3");
});

it("elsewhere, where the system keeps the key itself, nothing of it lies in the data folder", async () => {
  Object.defineProperty(process, "platform", { value: "darwin" });
  const dataDir = tempDir();
  chromiumMade(stateOf(dataDir, "chromium"), "K1");
  await open(dataDir, "chromium-command-line");
  expect(() => keyOf(stateOf(dataDir, "chromium-command-line"))).toThrow();
  expect(() => keyOf(join(dataDir, "store-key.json"))).toThrow();
});
