/** `npm run soak:crash`: kills the command line at every call that makes something lasting. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../main/entries/start/build.ts";
import { crashRun } from "./crash/crash-run.ts";
import { buildKiller } from "./crash/kill-point.ts";
import { STAGES } from "./crash/stages.ts";

await buildIfStale();
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-crash-"));
const killer = buildKiller(dir);
if (killer === null) {
  process.stderr.write("This needs Linux and a C compiler (cc).\n");
  process.exit(1);
}
const wanted = process.argv.slice(2);
const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const table = [];
for (const stage of stages) {
  const all = (points: number) => Array.from({ length: points }, (_, n) => n + 1);
  const { troubles, ...line } = await crashRun(stage, { root: dir, killer }, all);
  table.push(line);
  process.stdout.write(`${JSON.stringify(line)}\n`);
  for (const trouble of troubles) process.stdout.write(`  ${trouble}\n`);
}
rmSync(dir, { recursive: true, force: true });
console.table(table);
const clean = table.every((line) => line.lost + line.repeated + line.notOpened === 0);
process.exit(clean ? 0 : 1);
