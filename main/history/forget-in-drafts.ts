import type { Database } from "../database/open.ts";
import { createDraftStore } from "../drafts/draft-store.ts";
import type { Vault } from "../vault/vault.ts";
import type { Person } from "./person.ts";

/**
 * Takes a person out of what drafts show of their files (first rows, samples), and lets go of the
 * undo log, which may hold cells of theirs. The list files themselves belong to the user.
 */
export function forgetInDrafts(db: Database, vault: Vault, person: Person): void {
  const store = createDraftStore(db, vault);
  for (const id of store.ids()) {
    const { reading } = store.get(id);
    const theirs = reading.firstRows.some(({ cells }) => cells.some(person.mayOwn));
    const sampled = reading.columns.some(({ samples }) => samples.some(person.mayOwn));
    if (!theirs && !sampled) continue;
    store.update(id, {
      reading: {
        ...reading,
        firstRows: reading.firstRows.filter(({ cells }) => !cells.some(person.mayOwn)),
        // A sample stands beside those of the same row in other columns: none stays.
        columns: reading.columns.map((column) => ({ ...column, samples: [] })),
      },
    });
  }
  db.prepare("DELETE FROM undo_groups").run();
}
