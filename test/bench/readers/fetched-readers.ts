import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** Readers that take part in the bench alone, and are none of the product's packages. */
const PACKAGES = [
  ...["csv-parse@7.0.3", "exceljs@4.4.0", "hucre@1.0.0", "papaparse@5.7.1"],
  "read-excel-file@9.3.17",
];

/**
 * Fetches the readers once, into a folder beside the generated lists.
 * @returns a path from which they can be required, or null where they are not to be had
 */
export function fetchReaders(folder: string): string | null {
  const base = join(folder, "readers");
  const from = join(base, "index.js");
  const isThere = () =>
    PACKAGES.every((name) => existsSync(join(base, "node_modules", name.split("@")[0] ?? "")));
  if (isThere()) return from;
  mkdirSync(base, { recursive: true });
  const windows = process.platform === "win32";
  spawnSync(
    windows ? "npm.cmd" : "npm",
    ["install", "--prefix", base, "--no-audit", "--no-fund", "--no-save", ...PACKAGES],
    { stdio: "ignore", timeout: 300_000, shell: windows },
  );
  return isThere() ? from : null;
}
