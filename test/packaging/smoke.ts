/**
 * `node test/packaging/smoke.ts [PROGRAM WORDS...]`: starts the packed program (the one in `dist/`
 * for this computer, where none is named) as its users do, by the command line and with its window.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../main/entries/start/root.ts";
import { smoke } from "./packed/smoke-run.ts";

const PACKED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "linux-unpacked/loyalty-importer",
  win32: "win-unpacked/Loyalty Importer.exe",
  darwin: `${process.arch === "arm64" ? "mac-arm64" : "mac"}/Loyalty Importer.app/Contents/MacOS/Loyalty Importer`,
};

const [program = join(ROOT, "dist", PACKED[process.platform] ?? ""), ...first] =
  process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-smoke-"));
try {
  await smoke({
    command: program,
    first,
    env: process.env,
    dir,
    tell: (line) => process.stdout.write(`${line}\n`),
  });
} finally {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
