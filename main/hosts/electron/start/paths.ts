import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { app, crashReporter } from "electron";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import { bringStoreKey } from "../system/store-key.ts";
import { commandLineFolders, takeFolder, windowFolder } from "./chromium-folders.ts";

export const CRASHES = "crashes";

/**
 * Everything of this program lies in its data folder, what Chromium keeps in a folder of its own
 * in it. The lock against a second start lies there too: one window a data folder.
 * @throws AppError database-read-only | data-folder-is-file | disk-full
 */
export function setUpPaths(dataDir: string): void {
  setUp(dataDir, () => make(windowFolder(dataDir)));
}

/**
 * The same for a command line, of which any number may run at once.
 * @throws AppError as `setUpPaths`
 */
export function setUpCommandLinePaths(dataDir: string): void {
  setUp(dataDir, () => {
    const folders = commandLineFolders(dataDir);
    return make(folders.find((folder) => takeFolder(make(folder))) ?? folders[0] ?? dataDir);
  });
}

function setUp(dataDir: string, chooseFolder: () => string): void {
  try {
    const chromium = chooseFolder();
    accessSync(dataDir, constants.W_OK);
    if (process.platform === "win32") bringStoreKey(dataDir, chromium);
    app.setPath("userData", dataDir);
    app.setPath("sessionData", chromium);
    app.setPath("crashDumps", join(chromium, CRASHES));
  } catch (error) {
    // What tells it is a box of Chromium's, which leaves no files in a folder that nobody chose.
    app.setPath("sessionData", join(app.getPath("temp"), "loyalty-importer-chromium"));
    throw databaseError(error);
  }
  // Kept on this computer for whoever looks into a crash; nothing is sent to anybody.
  crashReporter.start({ uploadToServer: false });
}

function make(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
