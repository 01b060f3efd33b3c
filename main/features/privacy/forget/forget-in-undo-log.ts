import type { Database } from "../../../common/sqlite/database.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { People } from "../person.ts";

/** Changes that hold cells of rows, or the platform's words about them. */
const WITH_CELLS: ReadonlySet<string> = new Set([
  "batch-cell",
  "batch-rows",
  "batch-decided",
  "cell",
  "excluded",
  "bulk",
]);

interface Entry {
  readonly groupId: number;
  readonly stagingId: number | null;
  readonly kind: string;
  readonly sealed: Buffer;
}

/**
 * Lets go of changes that may hold cells of a person: those of checked lists that held them, of
 * corrected rows, and any that names one of their keys. All others can still be taken back.
 */
export function forgetInUndoLog(
  db: Database,
  vault: Vault,
  people: People,
  stagings: ReadonlySet<number>,
): void {
  const mayOwn = (value: string) => people.all().some((person) => person.mayOwn(value));
  const entries = db
    .prepare(
      `SELECT group_id AS groupId, staging_id AS stagingId, kind, sealed_payload AS sealed
       FROM undo_entries JOIN undo_groups ON undo_groups.id = group_id`,
    )
    .all() as readonly Entry[];
  const drop = db.prepare("DELETE FROM undo_groups WHERE id = ?");
  const isTheirs = ({ stagingId, kind, sealed }: Entry) =>
    WITH_CELLS.has(kind)
      ? stagingId === null || stagings.has(stagingId)
      : textsIn(vault.openJson<unknown>(sealed)).some(mayOwn);
  const groups = new Set(entries.filter(isTheirs).map(({ groupId }) => groupId));
  const work = db.transaction(() => {
    for (const id of groups) drop.run(id);
  });
  work.immediate();
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
