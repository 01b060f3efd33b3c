import { listRows } from "../../../main/pipeline/sources/rows.ts";

/** Prints the rows of the files named by the arguments as one JSON array. */
const lists: (readonly string[])[][] = [];
for (const path of process.argv.slice(2)) {
  const rows: (readonly string[])[] = [];
  for await (const row of listRows(path)) rows.push(row);
  lists.push(rows);
}
process.stdout.write(JSON.stringify(lists));
