import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../main/entries/start/root.ts";
import { foreignSqlIn } from "./helpers/foreign-sql.ts";

/**
 * `npm run check:owners`: SQL on imports and their batches stands in main/records/imports alone,
 * beside the schema, so that what holds of them is kept in one place.
 */
const OWNERS = ["main/records/imports/", "main/records/database/", "main/common/sqlite/"];

const files = globSync("main/**/*.ts", { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
const faults = files
  .filter((file) => !OWNERS.some((owner) => file.startsWith(owner)))
  .flatMap((file) => foreignSqlIn(file, readFileSync(join(ROOT, file), "utf8")));
for (const { place, fault } of faults) process.stderr.write(`${place} ${fault}\n`);
process.stdout.write(`${files.length} files, ${faults.length} faults of ownership\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
