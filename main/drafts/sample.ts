import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const FILE = "customers-sample.xlsx";

/** The shipped sample list: beside the sources, or copied beside the built program. */
export function samplePath(self: string = import.meta.filename): string {
  if (self.endsWith(".ts")) return join(dirname(self), "..", "practice", "sample", FILE);
  const dir = dirname(self);
  const out = basename(dir) === "chunks" ? dirname(dir) : dir;
  const copied = join(out, FILE);
  return existsSync(copied) ? copied : join(out, "..", "..", "main", "practice", "sample", FILE);
}
