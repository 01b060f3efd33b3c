import { batches } from "../../first-schema/batches.ts";
import { customers } from "../../first-schema/customers.ts";
import { drafts } from "../../first-schema/drafts.ts";
import { imports } from "../../first-schema/imports.ts";
import { sender } from "../../first-schema/sender.ts";
import { undo } from "../../first-schema/undo.ts";
import { workstation } from "../../first-schema/workstation.ts";
import type { Migration } from "../../migration.ts";

/**
 * Everything a new data folder holds. Times are milliseconds since the epoch. JSON columns hold
 * settings and counts, never customer data; BLOB columns named `sealed_*` are encrypted by the
 * vault (main/records/vault), compressed first where they hold rows.
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
