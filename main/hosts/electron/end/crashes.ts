import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { CHROMIUM_FOLDERS } from "../start/chromium-folders.ts";
import { CRASHES } from "../start/paths.ts";

/** Crash dumps are kept as long as copies of the database from before an upgrade. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** A dump holds what was in memory, customers too: it stays no longer than somebody may look into it. */
export async function dropOldCrashes(dataDir: string): Promise<void> {
  for (const folder of CHROMIUM_FOLDERS) {
    const dir = join(dataDir, folder, CRASHES);
    const names = await readdir(dir, { recursive: true }).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(".dmp"))) {
      const path = join(dir, name);
      const found = await stat(path).catch(() => null);
      if (found !== null && Date.now() - found.mtimeMs > KEPT_MS) await rm(path, { force: true });
    }
  }
}
