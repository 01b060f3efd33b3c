import type { Database } from "better-sqlite3";
import { AppError } from "../errors.ts";
import { initial } from "./migrations/0001-initial.ts";

/** A step from the version before to `version`; visible SQL, forward only. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Database): void;
}

export const migrations: readonly Migration[] = [initial];

/** The schema version this program writes; kept in SQLite's `user_version`. */
export const SCHEMA_VERSION = migrations.length;

/**
 * Brings a database to SCHEMA_VERSION, all steps in one transaction.
 * @throws AppError "database-newer" for a database from the future; it stays untouched.
 */
export function migrate(db: Database): void {
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > SCHEMA_VERSION) {
    throw new AppError("database-newer", { detail: `schema ${version} > ${SCHEMA_VERSION}` });
  }
  if (version === SCHEMA_VERSION) return;
  db.transaction(() => {
    const current = Number(db.pragma("user_version", { simple: true }));
    for (const step of migrations.filter((each) => each.version > current)) step.up(db);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}
