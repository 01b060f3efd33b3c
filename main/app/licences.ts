import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Licence } from "../../preload/types.ts";
import { rendererDir } from "../common/host/entries.ts";
import { t } from "../common/text.ts";

const CHROMIUM_FILE = "LICENSES.chromium.html";

/**
 * The licences that the builds of the window and of the main process have written down, and where
 * those of Chromium are.
 */
export function readLicences(): readonly Licence[] {
  const window = rendererDir();
  const files = [join(window, "licences.json"), join(window, "..", "main", "licences.json")];
  const found = new Map<string, Licence>();
  for (const file of files) {
    for (const one of JSON.parse(readFileSync(file, "utf8")) as readonly Licence[]) {
      found.set(`${one.name} ${one.version}`, one);
    }
  }
  return [...found.values(), ...chromium()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Some hundred parts in a file of several megabytes, which Electron brings; only where it runs. */
function chromium(): readonly Licence[] {
  const { chrome: version } = process.versions;
  const { resourcesPath } = process as { readonly resourcesPath?: string };
  if (version === undefined || resourcesPath === undefined) return [];
  const folder = process.platform === "darwin" ? resourcesPath : dirname(process.execPath);
  const text = t("words:licences.chromium", { path: join(folder, CHROMIUM_FILE) });
  return [{ name: "Chromium", version, licence: "BSD-3-Clause", text }];
}
