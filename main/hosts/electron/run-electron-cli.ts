import { app } from "electron";
import { createProcessIo } from "../../cli/io.ts";
import { runCli } from "../../cli/run.ts";
import { startReadersBy } from "../../sources/sheetjs-fork.ts";
import type { Host } from "../host.ts";
import { ownArguments, readStartOptions } from "../start-options.ts";
import { createElectronHost } from "./electron-host.ts";
import { setUpNetwork } from "./network.ts";
import { setUpPaths } from "./paths.ts";
import { createCommandLineSecrets } from "./secrets.ts";
import { utilityFork } from "./utility-fork.ts";

/**
 * The command line of the installed program: no window, the same key store and network as with
 * one. It may run beside the window, so it does not ask for the lock of the one window.
 * @returns the exit status
 */
export async function runElectronCli(words: readonly string[]): Promise<number> {
  // Known before Electron is ready: its key store opens with the data folder's own settings.
  setUpPaths(readStartOptions(ownArguments(words)).dataDir, "chromium-command-line");
  setUpNetwork();
  app.dock?.hide();
  startReadersBy((options) => utilityFork("sheetjs-process", options));
  await app.whenReady();
  return runCli(words.filter(isOurs), createProcessIo(), createCliHost);
}

/** An AppImage adds this word where Linux allows no sandbox; without a page there is none to lose. */
function isOurs(word: string): boolean {
  return word !== "--no-sandbox";
}

async function createCliHost(dataDir: string): Promise<Host> {
  const secrets = await createCommandLineSecrets(dataDir);
  return { ...createElectronHost(secrets), kind: "cli", emit: () => undefined };
}
