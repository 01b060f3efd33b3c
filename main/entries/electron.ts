import { app } from "electron";
import { createApp } from "../app/app.ts";
import { isCliStart } from "../cli/run.ts";
import { endProcess } from "../cli/terminal/io.ts";
import { failInWindow } from "../hosts/electron/start/fail-in-window.ts";
import { ownWords } from "../hosts/electron/start/own-words.ts";
import { runElectron } from "../hosts/electron/start/run-electron.ts";
import { runElectronCli } from "./electron-cli.ts";

/**
 * Electron's entry: the window, or the command line where the words are its. Not awaited: Electron
 * becomes ready only after this module has ended.
 */
const words = ownWords(process.argv, app.isPackaged ? null : app.getAppPath());
const run = isCliStart(words)
  ? runElectronCli(words).then(endProcess)
  : runElectron(words, createApp);
run.catch(failInWindow);
