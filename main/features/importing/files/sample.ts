import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const FILE = "customers-sample.xlsx";

/**
 * The shipped sample list: beside the packed program's archive, beside the built program, or among
 * the sources. Never in the archive: there Electron gives a file another time in each process, and a
 * list that seems to have changed is not sent.
 */
export function samplePath(self: string = import.meta.filename): string {
  const sources = (root: string) => join(root, "main", "practice", "sample", FILE);
  if (self.endsWith(".ts")) return sources(join(dirname(self), "..", "..", "..", ".."));
  const dir = dirname(self);
  const out = basename(dir) === "chunks" ? dirname(dir) : dir;
  const root = join(out, "..", "..");
  const beside = root.endsWith(".asar") ? [join(dirname(root), FILE)] : [];
  const places = [...beside, join(out, FILE), sources(root)];
  return places.find((place) => existsSync(place)) ?? sources(root);
}
