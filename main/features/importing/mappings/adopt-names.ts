import type { Connection } from "../../../../preload/types.ts";
import {
  type CustomFieldsChange,
  withOwnNames,
} from "../../../records/connections/custom-fields.ts";
import type { DraftKit } from "../draft-kit.ts";
import { likelyMapping } from "../new-draft.ts";

/**
 * Custom fields that the API names only after a list was opened still take part in its proposal, as
 * long as nobody has changed that or had the list checked by it.
 */
export async function adoptNames(
  { db, store, checks, host, serial }: DraftKit,
  connection: Connection,
  { before }: CustomFieldsChange,
): Promise<void> {
  for (const draftId of store.ids()) {
    await serial(draftId, async () => {
      // Another may have been removed while this one waited for its turn.
      if (!store.ids().includes(draftId)) return;
      const { options, restores, step, reading, mapping } = store.get(draftId);
      if (options.connectionId !== connection.id || restores !== null) return;
      if (step !== "file" && step !== "columns") return;
      const check = checks.state(store.get(draftId));
      if (check.kind !== "none") return;
      const former = likelyMapping(db, reading, connection, withOwnNames(before, connection));
      if (JSON.stringify(former.mapping) !== JSON.stringify(mapping)) return;
      const next = likelyMapping(db, reading, connection);
      if (JSON.stringify(next.mapping) === JSON.stringify(mapping)) return;
      store.update(draftId, next);
      host.emit({ kind: "draft", draftId, check });
    });
  }
}
