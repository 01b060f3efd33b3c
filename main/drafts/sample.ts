import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtDir } from "../hosts/entries.ts";

const FILE = "customers-sample.xlsx";

/** The shipped sample list: beside the sources, or copied beside the built program. */
export function samplePath(self: string = import.meta.filename): string {
  if (self.endsWith(".ts")) return join(dirname(self), "..", "practice", "sample", FILE);
  const built = join(builtDir(self), FILE);
  return existsSync(built)
    ? built
    : join(builtDir(self), "..", "..", "main", "practice", "sample", FILE);
}
