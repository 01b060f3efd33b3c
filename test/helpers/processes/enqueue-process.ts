/**
 * Queues one import in a process of its own, to be killed at any moment:
 * `node enqueue-process.ts DATA_FOLDER KEY_HEX ROWS`. Prints "queueing", then "queued".
 */
import { flushCompileCache } from "node:module";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault } from "../../../main/records/vault/vault.ts";
import { customers, putList } from "../../pipeline/delivery/lists.ts";

const [, , dataDir = "", key = "", rows = ""] = process.argv;
const db = openDatabase(dataDir);
// Whoever is killed keeps nothing for the next start of the same sources.
flushCompileCache();
process.stdout.write("queueing\n");
putList(db, createVault(Buffer.from(key, "hex")), 1, {
  rows: customers(Number(rows)),
  batchRows: 1,
});
process.stdout.write("queued\n");
