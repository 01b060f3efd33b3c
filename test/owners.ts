import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../main/entries/start/root.ts";
import { foreignSqlIn, untypedSqlIn } from "./helpers/foreign-sql.ts";

/**
 * `npm run check:owners`: SQL on imports, their batches and all that hangs on them stands in
 * main/records/imports alone, beside the schema, so that what holds of them is kept in one place.
 * Whatever is kept is asked for by statements with types; migrations, which stay as they once were,
 * and the opening of the database are apart.
 */
const OWNER = "main/records/imports/";
const TYPED = "main/records/";
const UNTYPED = "main/records/database/";
const OWNERS = [OWNER, "main/records/database/", "main/common/sqlite/"];

const files = globSync("main/**/*.ts", { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
const faults = files.flatMap((file) => {
  const code = readFileSync(join(ROOT, file), "utf8");
  const under = (folder: string) => file.startsWith(folder);
  return [
    ...(under(TYPED) && !under(UNTYPED) ? untypedSqlIn(file, code) : []),
    ...(OWNERS.some(under) ? [] : foreignSqlIn(file, code)),
  ];
});
for (const { place, fault } of faults) process.stderr.write(`${place} ${fault}\n`);
process.stdout.write(`${files.length} files, ${faults.length} faults of ownership\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
