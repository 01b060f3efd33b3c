import type { BackupContents } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { importTotals } from "../../records/imports/history/import-words.ts";
import { countAllUndecided } from "../../records/imports/queue/open-batches.ts";
import { readKeysLeftOut } from "./keys-left-out.ts";

/** Counts what a database holds; nothing of it needs the data key. */
export function readContents(db: Database): BackupContents {
  const connections = db
    .prepare("SELECT name, sealed_key IS NOT NULL AS has_key, kind FROM connections ORDER BY name")
    .all() as {
    readonly name: string;
    readonly has_key: 0 | 1;
    readonly kind: "api" | "practice";
  }[];
  const count = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
  const { imports, lastAt } = importTotals(db);
  return {
    connections: connections.map(({ name }) => name),
    // The practice connection gets its key by itself.
    withKey: connections
      .filter((each) => each.has_key === 1 && each.kind === "api")
      .map(({ name }) => name),
    keysLeftOut: readKeysLeftOut(db),
    mappings: count("SELECT count(*) FROM mappings"),
    drafts: count("SELECT count(*) FROM drafts"),
    imports,
    lastImportAt: lastAt,
    waiting: countAllUndecided(db),
  };
}
