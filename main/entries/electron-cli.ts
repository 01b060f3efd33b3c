import { app } from "electron";
import { exitOfError } from "../cli/outcome/exit.ts";
import { runCli } from "../cli/run.ts";
import { cliDataDir } from "../cli/start-words.ts";
import { createProcessIo, endProcess } from "../cli/terminal/io.ts";
import { tellError } from "../cli/terminal/tell-error.ts";
import { toAppError } from "../common/errors.ts";
import type { Host } from "../common/host/host.ts";
import { databaseError } from "../common/sqlite/database-error.ts";
import { tellSystemFormats } from "../common/system/region.ts";
import { createElectronHost } from "../hosts/electron/electron-host.ts";
import { endOnUncaught, writeDownCrashes } from "../hosts/electron/end/uncaught.ts";
import { setUpCommandLinePaths } from "../hosts/electron/start/command-line-paths.ts";
import { setUpNetwork } from "../hosts/electron/system/network.ts";
import { createCommandLineSecrets } from "../hosts/electron/system/secrets.ts";
import { utilityFork } from "../hosts/electron/system/utility-fork.ts";
import { NO_WINDOW } from "../hosts/node/no-window.ts";
import { startReadersBy } from "../pipeline/sources/sheetjs/sheetjs-fork.ts";

/**
 * The command line of the installed program: no window, the same key store and network as with
 * one. It may run beside the window, so it does not ask for the lock of the one window. Never
 * rejects: nobody may be there to close a box that says why.
 * @returns the exit status
 */
export async function runElectronCli(words: readonly string[]): Promise<number> {
  const own = words.filter(isOurs);
  const failed = async (thrown: unknown): Promise<number> => {
    const error = toAppError(databaseError(thrown));
    await tellError(error, createProcessIo(), own.includes("--json"));
    return exitOfError(error);
  };
  try {
    const dataDir = cliDataDir(own);
    // Known before Electron is ready: its key store opens with the data folder's own settings.
    setUpCommandLinePaths(dataDir);
    endOnUncaught(dataDir, (thrown) => void failed(thrown).then(endProcess));
    writeDownCrashes(dataDir);
    setUpNetwork();
    app.dock?.hide();
    startReadersBy((options) => utilityFork("sheetjs-process", options));
    await app.whenReady();
    tellSystemFormats(app.getSystemLocale());
  } catch (thrown) {
    return await failed(thrown);
  }
  // Not before: when it becomes ready Electron puts its own answer to signals in the place of ours.
  return runCli(own, createProcessIo(), createCliHost);
}

/** An AppImage adds this word where Linux allows no sandbox; without a page there is none to lose. */
function isOurs(word: string): boolean {
  return word !== "--no-sandbox";
}

async function createCliHost(dataDir: string): Promise<Host> {
  return { ...createElectronHost(await createCommandLineSecrets(dataDir)), ...NO_WINDOW };
}
