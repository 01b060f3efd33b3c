import { normalKey } from "../customers/keys.ts";
import type { Database } from "../database/open.ts";
import { createDraftStore } from "../drafts/draft-store.ts";
import type { Vault } from "../vault/vault.ts";

/**
 * Takes a person out of what drafts show of their files (first rows, samples), and lets go of the
 * undo log, which may hold cells of theirs. The list files themselves belong to the user.
 * @param values code, card numbers and e-mail, normalised
 */
export function forgetInDrafts(db: Database, vault: Vault, values: ReadonlySet<string>): void {
  const store = createDraftStore(db, vault);
  const isTheirs = (cell: string) => values.has(normalKey(cell));
  for (const id of store.ids()) {
    const { reading } = store.get(id);
    const theirs = reading.firstRows.some(({ cells }) => cells.some(isTheirs));
    const sampled = reading.columns.some(({ samples }) => samples.some(isTheirs));
    if (!theirs && !sampled) continue;
    store.update(id, {
      reading: {
        ...reading,
        firstRows: reading.firstRows.filter(({ cells }) => !cells.some(isTheirs)),
        // A sample stands beside those of the same row in other columns: none stays.
        columns: reading.columns.map((column) => ({ ...column, samples: [] })),
      },
    });
  }
  db.prepare("DELETE FROM undo_groups").run();
}
