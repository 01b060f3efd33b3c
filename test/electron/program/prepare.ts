import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyApp } from "./app-copy.ts";
import { type Desktop, startDesktop } from "./desktop.ts";
import { findTestElectron } from "./find-electron.ts";

/** The real Electron with what it takes to start the application in it, made once a run. */
export type PreparedElectron =
  | { readonly kind: "unavailable"; readonly reason: string }
  | ReadyElectron;

export interface ReadyElectron {
  readonly kind: "ready";
  readonly program: string;
  /** The application's folder, the word that Electron is started with. */
  readonly folder: string;
  readonly desktop: Desktop;
}

/** What the application is started with, by Playwright or as a process without it. */
export interface StartWords {
  readonly command: string;
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const APP_FIRST = join(import.meta.dirname, "../app-first.sh");

/** To be ended by the caller. */
export async function prepareElectron(): Promise<{
  readonly electron: PreparedElectron;
  end(): Promise<void>;
}> {
  const found = findTestElectron();
  if (found.kind === "unavailable") return { electron: found, end: async () => undefined };
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-electron-"));
  // The ordinary user reads it.
  chmodSync(dir, 0o755);
  const folder = join(dir, "app");
  copyApp(folder, found.program);
  const { desktop, end } = await startDesktop(dir);
  return {
    electron: { ...found, folder, desktop },
    async end() {
      await end();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function startWords(
  { program, folder, desktop }: ReadyElectron,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): StartWords {
  return {
    command: process.platform === "win32" ? program : APP_FIRST,
    words: [folder, ...words],
    env: {
      ...environment(),
      ...desktop.env,
      TEST_ELECTRON_PROGRAM: program,
      TEST_ELECTRON_UID: desktop.uid === null ? "" : String(desktop.uid),
      ...env,
    },
  };
}

/** A program that needs no folder, as the packed one, started as the same user on the same screen. */
export function startAs(
  { desktop }: ReadyElectron,
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): StartWords {
  const user = String(desktop.uid);
  const other = desktop.uid === null ? [] : ["--reuid", user, "--regid", user, "--clear-groups"];
  return {
    command: desktop.uid === null ? program : "setpriv",
    words: [...other, ...(desktop.uid === null ? [] : [program]), ...words],
    env: { ...environment(), ...desktop.env, ...env },
  };
}

/** Without a desktop's name Chromium asks no key ring: a test that wants one says so. */
function environment(): Record<string, string> {
  const { XDG_CURRENT_DESKTOP, NODE_OPTIONS, ...rest } = process.env;
  const kept = Object.entries(rest).filter((entry): entry is [string, string] => !!entry[1]);
  return { ...Object.fromEntries(kept), LANGUAGE: "en_US", TZ: "UTC" };
}
