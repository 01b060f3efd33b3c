import type { Migration } from "../migration.ts";
import { batches } from "./0001-initial/batches.ts";
import { customers } from "./0001-initial/customers.ts";
import { drafts } from "./0001-initial/drafts.ts";
import { imports } from "./0001-initial/imports.ts";
import { sender } from "./0001-initial/sender.ts";
import { undo } from "./0001-initial/undo.ts";
import { workstation } from "./0001-initial/workstation.ts";

/**
 * Everything a new data folder holds. Times are milliseconds since the epoch. JSON columns hold
 * settings and counts, never customer data; BLOB columns named `sealed_*` are encrypted by the
 * vault (main/vault), compressed first where they hold rows.
 */
export const initial: Migration = {
  version: 1,
  name: "initial",
  up(db) {
    // In this order: a table comes after those it refers to.
    for (const part of [workstation, drafts, imports, batches, customers, undo, sender])
      db.exec(part);
  },
};
