import type { Connection } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { type Server, serverOf } from "./server.ts";
import { parseSettings } from "./settings.ts";

/** A row of `connections`. */
export interface ConnectionRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: "api" | "practice";
  readonly url: string;
  readonly user_id: string;
  readonly account_id: string;
  readonly sealed_key: Buffer | null;
  readonly settings: string;
  readonly hold: "paused" | "credentials" | null;
}

const COLUMNS = "id, name, kind, url, user_id, account_id, sealed_key, settings, hold";

/** All connections in the order of their making. */
export function readConnections(db: Database): readonly ConnectionRecord[] {
  return statement<[], ConnectionRecord>(
    db,
    `SELECT ${COLUMNS} FROM connections ORDER BY id`,
  ).all();
}

/** @throws AppError "not-found" */
export function readConnection(db: Database, id: number): ConnectionRecord {
  const record = statement<[number], ConnectionRecord>(
    db,
    `SELECT ${COLUMNS} FROM connections WHERE id = ?`,
  ).get(id);
  if (record === undefined) throw new AppError("not-found", { params: { what: "connection" } });
  return record;
}

/** By name, without regard to case, as names are unique without regard to it. */
export function findConnection(db: Database, name: string): ConnectionRecord | undefined {
  return statement<[string], ConnectionRecord>(
    db,
    `SELECT ${COLUMNS} FROM connections WHERE name = ? COLLATE NOCASE`,
  ).get(name.trim());
}

/** What requests over a connection go to as it is now; null for one that is gone. */
export function findServer(db: Database, connectionId: number | null): Server | null {
  const found = statement<[number | null], Parameters<typeof serverOf>[0]>(
    db,
    "SELECT kind, url, account_id AS accountId FROM connections WHERE id = ?",
  ).get(connectionId);
  return found === undefined ? null : serverOf(found);
}

/** What the window and the command line see of a connection: never its key. */
export function toConnection(record: ConnectionRecord): Connection {
  return {
    id: record.id,
    name: record.name,
    kind: record.kind,
    url: record.url,
    userId: record.user_id,
    accountId: record.account_id,
    hasKey: record.kind === "practice" || record.sealed_key !== null,
    settings: parseSettings(record.settings),
    hold: record.hold,
  };
}
