import { isFieldName } from "../../../preload/fields.ts";
import type { Connection, CustomFieldLabel } from "../../../preload/types.ts";
import type { Transport } from "../../common/host/transport.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { listCustomFields } from "../../pipeline/api/client.ts";
import { readConnections } from "../../records/connections/records.ts";
import type { ConnectionResolver, ResolvedConnection } from "../../records/connections/resolved.ts";

/** Names before and after the API was asked. */
export interface CustomFieldsChange {
  readonly connectionId: number;
  readonly before: readonly CustomFieldLabel[];
}

export interface CustomFieldNames {
  /** Asks the API and keeps what it names. Where it does not answer, what was kept stays. */
  refresh(connectionId: number): Promise<void>;
  /** Ends what is being asked. */
  close(): Promise<void>;
}

/**
 * Names of custom fields as the API listed them when it last answered. Nobody has to wait for
 * them: what is kept is used, and whoever uses it asks for the next time.
 */
export function createCustomFieldNames(
  db: Database,
  deps: {
    readonly transport: Transport;
    readonly resolve: ConnectionResolver;
    readonly onChange?: (change: CustomFieldsChange) => void;
  },
): CustomFieldNames {
  const asking = new Map<number, Promise<void>>();
  const closing = new AbortController();

  async function ask(connectionId: number): Promise<void> {
    const resolved = await deps.resolve(connectionId);
    const listed = await listCustomFields(deps.transport, resolved, closing.signal);
    if (closing.signal.aborted) return;
    const before = readNames(db, connectionId);
    if (JSON.stringify(before) === JSON.stringify(inOrder(listed))) return;
    if (keepNames(db, connectionId, resolved, listed)) deps.onChange?.({ connectionId, before });
  }

  return {
    refresh(connectionId) {
      const now = asking.get(connectionId);
      if (now !== undefined || closing.signal.aborted) return now ?? Promise.resolve();
      const asked = ask(connectionId)
        .catch(() => {
          // Offline, a wrong key, no such request there: whatever it is, sending will tell it.
        })
        .finally(() => asking.delete(connectionId));
      asking.set(connectionId, asked);
      return asked;
    },
    async close() {
      closing.abort();
      await Promise.all(asking.values());
    },
  };
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
  db.prepare("DELETE FROM custom_field_names WHERE connection_id = ?").run(connectionId);
}

function readNames(db: Database, connectionId: number): readonly CustomFieldLabel[] {
  const kept = db
    .prepare("SELECT field, label FROM custom_field_names WHERE connection_id = ? ORDER BY field")
    .all(connectionId) as { readonly field: string; readonly label: string }[];
  return kept.flatMap(({ field, label }) => (isFieldName(field) ? [{ field, label }] : []));
}

/** @returns whether they were kept: not where the connection goes to another account meanwhile */
function keepNames(
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
    const add = db.prepare("INSERT INTO custom_field_names VALUES (?, ?, ?)");
    for (const { field, label } of listed) add.run(connectionId, field, label);
    return true;
  });
  return write.immediate();
}

/** As the database orders them. */
function inOrder(listed: readonly CustomFieldLabel[]): readonly CustomFieldLabel[] {
  return listed.toSorted((a, b) => (a.field < b.field ? -1 : 1));
}
