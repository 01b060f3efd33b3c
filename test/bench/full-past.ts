import { openDatabase } from "../../main/database/open.ts";
import { createKeyFileSecrets } from "../../main/hosts/key-file.ts";
import { openVault } from "../../main/vault/vault.ts";
import { addConnection } from "../delivery/lists.ts";
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
