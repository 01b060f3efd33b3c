import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import type { PracticeCampaign } from "../account.ts";
import { createSchema, PRACTICE_SCHEMA_VERSION } from "./schema.ts";

/** How long a request waits for another process that serves the same file. */
const BUSY_TIMEOUT_MS = 15_000;
const IN_MEMORY = ":memory:";

/**
 * Opens (or makes) the practice account's database, readable by its owner only; several processes
 * may have it open.
 * @throws AppError database-newer | database-damaged | database-read-only | disk-full
 */
export function openPracticeDatabase(
  path: string,
  campaigns?: readonly PracticeCampaign[],
): Database {
  let db: Database | undefined;
  try {
    if (path !== IN_MEMORY) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    db = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    if (path !== IN_MEMORY) chmodSync(path, 0o600);
    prepare(db, campaigns);
    return db;
  } catch (error) {
    db?.close();
    throw databaseError(error);
  }
}

function prepare(db: Database, campaigns: readonly PracticeCampaign[] | undefined): void {
  if (versionOf(db) > PRACTICE_SCHEMA_VERSION) {
    throw new AppError("database-newer", { detail: `practice schema ${versionOf(db)}` });
  }
  db.pragma("journal_mode = WAL");
  // A batch survives a killed process; only a power cut may take the last ones, of a rehearsal.
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = ON");
  db.pragma("trusted_schema = OFF");
  db.transaction(() => {
    if (versionOf(db) === PRACTICE_SCHEMA_VERSION) return;
    createSchema(db, campaigns);
    db.pragma(`user_version = ${PRACTICE_SCHEMA_VERSION}`);
  }).immediate();
}

function versionOf(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}
