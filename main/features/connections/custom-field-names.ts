import type { CustomFieldLabel } from "../../../preload/types.ts";
import type { Transport } from "../../common/host/transport.ts";
import type { Database } from "../../common/sqlite/database.ts";
import {
  type CustomFieldsChange,
  keepNames,
  readNames,
} from "../../records/connections/custom-fields.ts";
import type { ConnectionResolver } from "../../records/connections/resolved.ts";

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
    const { listCustomFields } = await import("../../pipeline/api/client.ts");
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

/** In the order in which the database answers them, so that the two can be compared. */
function inOrder(listed: readonly CustomFieldLabel[]): readonly CustomFieldLabel[] {
  return listed.toSorted((a, b) => (a.field < b.field ? -1 : 1));
}
