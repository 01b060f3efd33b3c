import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Settings } from "../../../preload/types.ts";
import { DEFAULT_SETTINGS } from "../../records/settings.ts";

const FILE = "settings.json";

/**
 * The settings that the window was drawn with last: it is drawn with them again while the data, in
 * which they stand, is still being opened.
 * @returns null where none are kept, or none that this program knows: the window waits for the data
 */
export function readKeptSettings(dataDir: string): Settings | null {
  try {
    const names = readdirSync(dataDir);
    if (!names.includes(FILE)) {
      const isNew = !names.some((name) => name.endsWith(".sqlite"));
      return isNew ? DEFAULT_SETTINGS : null;
    }
    const kept: unknown = JSON.parse(readFileSync(join(dataDir, FILE), "utf8"));
    return isSettings(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** As `isState` of the window's place: by hand, and the data says soon what is right. */
function isSettings(kept: unknown): kept is Settings {
  if (typeof kept !== "object" || kept === null) return false;
  const all: Readonly<Record<string, unknown>> = { ...kept };
  return Object.entries(DEFAULT_SETTINGS).every(
    ([name, usual]) => typeof all[name] === typeof usual,
  );
}

/** Nothing hangs on it but how soon the window is drawn. */
export function keepSettings(dataDir: string, settings: Settings): void {
  if (isDeepStrictEqual(settings, readKeptSettings(dataDir))) return;
  const path = join(dataDir, FILE);
  try {
    writeFileSync(`${path}.new`, JSON.stringify(settings), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    process.stderr.write(`The window's settings could not be kept: ${String(error)}\n`);
  }
}
