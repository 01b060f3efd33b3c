import type { Database } from "../../../common/sqlite/database.ts";
import { createDraftStore } from "../../../records/drafts/draft-store.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { People } from "../person.ts";

/**
 * Takes a person out of what drafts show of their files (first rows, samples), and lets go of what
 * would take bulk corrections back in the checked lists that held them. The list files themselves belong to
 * the user.
 * @param stagings checks whose rows held the person
 */
export function forgetInDrafts(
  db: Database,
  vault: Vault,
  people: People,
  stagings: ReadonlySet<number>,
): void {
  const mayOwn = (value: string) => people.all().some((person) => person.mayOwn(value));
  const store = createDraftStore(db, vault);
  for (const id of store.ids()) {
    const { reading } = store.get(id);
    const theirs = reading.firstRows.some(({ cells }) => cells.some(mayOwn));
    const sampled = reading.columns.some(({ samples }) => samples.some(mayOwn));
    if (!theirs && !sampled) continue;
    store.update(id, {
      reading: {
        ...reading,
        firstRows: reading.firstRows.filter(({ cells }) => !cells.some(mayOwn)),
        // A sample stands beside those of the same row in other columns: none stays.
        columns: reading.columns.map((column) => ({ ...column, samples: [] })),
      },
    });
  }
  const dropBulk = db.prepare("DELETE FROM bulk_edits WHERE state = 'done' AND staging_id = ?");
  for (const id of stagings) dropBulk.run(id);
}
