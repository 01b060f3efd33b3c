import { createKeyFileSecrets } from "../../../main/hosts/node/key-file.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { openVault } from "../../../main/records/vault/vault.ts";
import { addConnection } from "../../pipeline/delivery/lists.ts";
import { fillHistory } from "./history-fill.ts";

/** Fills a data folder, which either host opens, with the imports of years; once. */
export async function fillPast(dir: string): Promise<void> {
  const db = openDatabase(dir);
  try {
    if (db.prepare("SELECT count(*) FROM imports").pluck().get() !== 0) return;
    fillHistory(db, await openVault(db, createKeyFileSecrets(dir)), addConnection(db));
  } finally {
    db.close();
  }
}
