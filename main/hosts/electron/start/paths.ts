import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { app, crashReporter } from "electron";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import { bringStoreKey } from "../system/store-key.ts";
import { windowFolder } from "./chromium-folders.ts";

export const CRASHES = "crashes";

/**
 * Everything of this program lies in its data folder, what Chromium keeps in a folder of its own
 * in it. The lock against a second start lies there too: one window a data folder.
 * @throws AppError database-read-only | data-folder-is-file | disk-full
 */
export function setUpPaths(dataDir: string): void {
  setUpPathsIn(dataDir, () => makeFolder(windowFolder(dataDir)));
}

/**
 * @param chooseFolder names the one of Chromium's folders that is this process's, and makes it
 * @throws AppError as `setUpPaths`
 */
export function setUpPathsIn(dataDir: string, chooseFolder: () => string): void {
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

export function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
