import { isFieldName } from "../../../preload/fields.ts";
import type { Connection, CustomFieldLabel } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { readConnections } from "./records.ts";
import type { ResolvedConnection } from "./resolved.ts";

/** Names before and after the API was asked. */
export interface CustomFieldsChange {
  readonly connectionId: number;
  readonly before: readonly CustomFieldLabel[];
}

/** Custom fields with names: those kept from the API, and those named by hand, which win. */
export function knownCustomFields(
  db: Database,
  connection: Pick<Connection, "id" | "settings"> | undefined,
): readonly CustomFieldLabel[] {
  return connection === undefined ? [] : withOwnNames(readNames(db, connection.id), connection);
}

/** @param listed what the API named */
export function withOwnNames(
  listed: readonly CustomFieldLabel[],
  { settings }: Pick<Connection, "settings">,
): readonly CustomFieldLabel[] {
  const labels = new Map(listed.map((each) => [each.field, each]));
  for (const [field, label] of Object.entries(settings.customFields)) {
    if (isFieldName(field)) labels.set(field, { field, label });
  }
  return [...labels.values()];
}

export function hasNames(db: Database, connectionId: number): boolean {
  return readNames(db, connectionId).length > 0;
}

/** Inside a transaction that gives a connection another account: its fields are others. */
export function forgetNames(db: Database, connectionId: number): void {
  statement<[number]>(db, "DELETE FROM custom_field_names WHERE connection_id = ?").run(
    connectionId,
  );
}

export function readNames(db: Database, connectionId: number): readonly CustomFieldLabel[] {
  const kept = statement<[number], { readonly field: string; readonly label: string }>(
    db,
    "SELECT field, label FROM custom_field_names WHERE connection_id = ? ORDER BY field",
  ).all(connectionId);
  return kept.flatMap(({ field, label }) => (isFieldName(field) ? [{ field, label }] : []));
}

/** @returns whether they were kept: not where the connection goes to another account meanwhile */
export function keepNames(
  db: Database,
  connectionId: number,
  asked: ResolvedConnection,
  listed: readonly CustomFieldLabel[],
): boolean {
  const write = db.transaction((): boolean => {
    const now = readConnections(db).find(({ id }) => id === connectionId);
    if (now === undefined) return false;
    const same = now.url === asked.url && now.account_id === asked.accountId;
    if (now.kind === "api" && !same) return false;
    forgetNames(db, connectionId);
    const add = statement<[number, string, string]>(
      db,
      "INSERT INTO custom_field_names VALUES (?, ?, ?)",
    );
    for (const { field, label } of listed) add.run(connectionId, field, label);
    return true;
  });
  return write.immediate();
}
