/** `npm run soak [KILLS]`: the kill test with a thousand kills and more; prints its figures. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRun } from "./pipeline/delivery/kill-run.ts";

const KILLS = 1000;

const kills = Number(process.argv[2] ?? KILLS);
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-soak-"));
const started = performance.now();
const figures = await killRun(dir, kills);
rmSync(dir, { recursive: true, force: true });
console.table({ ...figures, seconds: Math.round((performance.now() - started) / 1000) });
const clean =
  figures.rowsLost === 0 && figures.forbiddenRepeats === 0 && figures.integrity === "ok";
process.exit(clean ? 0 : 1);
