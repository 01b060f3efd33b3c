import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLineFolders, windowFolder } from "../start/chromium-folders.ts";

/**
 * Windows protects one key for Chromium, and with that Electron encrypts. It lies in Chromium's own
 * folder, of which the window and each command line have one; where it is missing, or cannot be
 * opened this once, Chromium makes another, and what the old one has wrapped would be lost. So the
 * key that is known to open the data has a place of its own in the data folder, as protected as it
 * was. Chromium reads its folder after the program's first words and writes it seconds later, or at
 * its end.
 */
const KEPT_FILE = "store-key.json";
const STATE_FILE = "Local State";

interface State {
  readonly os_crypt?: { readonly encrypted_key?: unknown };
  /** In the kept file: Chromium's own key did not open the data; this one is to be tried. */
  readonly again?: unknown;
}

/** Gives Chromium the key, before it looks. */
export function bringStoreKey(dataDir: string, chromium: string): void {
  const own = join(chromium, STATE_FILE);
  const key = keyToUse(dataDir, own);
  if (key !== null && key !== keyIn(own)) write(own, withKey(read(own), key));
}

function keyToUse(dataDir: string, own: string): string | null {
  const window = join(windowFolder(dataDir), STATE_FILE);
  const commandLines = commandLineFolders(dataDir).map((folder) => join(folder, STATE_FILE));
  const path = join(dataDir, KEPT_FILE);
  const kept = keyIn(path);
  if (kept !== null && read(path).again === true) {
    write(path, withKey({}, kept));
    return kept;
  }
  const places = own === window ? [own, path, ...commandLines] : [window, path, own];
  return places.map(keyIn).find((key) => key !== null) ?? null;
}

/** When data was opened: the key that Chromium has is the one. */
export function keepStoreKey(dataDir: string, chromium: string): void {
  const key = keyIn(join(chromium, STATE_FILE));
  const path = join(dataDir, KEPT_FILE);
  if (key !== null && key !== keyIn(path)) writeQuietly(path, withKey({}, key));
}

/** When data was not opened: where Chromium has another key than the one that did, that one's turn comes. */
export function tryKeptKeyAgain(dataDir: string, chromium: string): void {
  const path = join(dataDir, KEPT_FILE);
  const kept = keyIn(path);
  if (kept === null || kept === keyIn(join(chromium, STATE_FILE))) return;
  writeQuietly(path, { ...withKey({}, kept), again: true });
}

function withKey(state: State, key: string): State {
  return { ...state, os_crypt: { ...state.os_crypt, encrypted_key: key } };
}

function keyIn(path: string): string | null {
  const key = read(path).os_crypt?.encrypted_key;
  return typeof key === "string" && key !== "" ? key : null;
}

/** A file that is missing or cut holds no key. */
function read(path: string): State {
  try {
    const state: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof state === "object" && state !== null ? state : {};
  } catch {
    return {};
  }
}

function write(path: string, state: State): void {
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Data that opens, or does not, is told as such, whether this can be written or not. */
function writeQuietly(path: string, state: State): void {
  try {
    write(path, state);
  } catch (error) {
    process.stderr.write(`The key of the system's key store could not be kept: ${String(error)}\n`);
  }
}
