import { app } from "electron";
import { createApp } from "./app.ts";
import { endProcess } from "./cli/io.ts";
import { isCliStart } from "./cli/run.ts";
import { failInWindow } from "./hosts/electron/fail-in-window.ts";
import { ownWords } from "./hosts/electron/own-words.ts";
import { runElectron } from "./hosts/electron/run-electron.ts";
import { runElectronCli } from "./hosts/electron/run-electron-cli.ts";

/**
 * Electron's entry: the window, or the command line where the words are its. Not awaited: Electron
 * becomes ready only after this module has ended.
 */
const words = ownWords(process.argv, app.isPackaged ? null : app.getAppPath());
const run = isCliStart(words)
  ? runElectronCli(words).then(endProcess)
  : runElectron(words, createApp);
run.catch(failInWindow);
