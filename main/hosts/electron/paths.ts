import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { app, crashReporter } from "electron";
import type { CHROMIUM_FOLDERS } from "./chromium-folders.ts";
import { bringStoreKey } from "./store-key.ts";

export const CRASHES = "crashes";

/**
 * Everything of this program lies in its data folder, what Chromium keeps in a folder of its own
 * in it. The lock against a second start lies there too: one window a data folder.
 */
export function setUpPaths(
  dataDir: string,
  folder: (typeof CHROMIUM_FOLDERS)[number] = "chromium",
): void {
  const chromium = join(dataDir, folder);
  mkdirSync(chromium, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") bringStoreKey(dataDir, chromium);
  app.setPath("userData", dataDir);
  app.setPath("sessionData", chromium);
  app.setPath("crashDumps", join(chromium, CRASHES));
  // Kept on this computer for whoever looks into a crash; nothing is sent to anybody.
  crashReporter.start({ uploadToServer: false });
}
