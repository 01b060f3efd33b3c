import type { Problem } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { createLeftChunkReader, leftChunkNumbers } from "../../../records/imports/left-behind.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { listProblems } from "../problems.ts";

/** A row that was not sent, with why. */
export interface Leftover {
  readonly row: number;
  readonly values: readonly string[];
  readonly problems: readonly Problem[];
}

/** Rows of an import that were not sent, in list order, a stored chunk at a time. */
export function* readLeftovers(
  db: Database,
  vault: Vault,
  importId: number,
): Generator<readonly Leftover[]> {
  const problems = createProblemReader(db, importId);
  const read = createLeftChunkReader(db, importId);
  for (const chunk of leftChunkNumbers(db, importId)) {
    const sealed = read(chunk);
    if (sealed === undefined) continue;
    const rows = vault.openJson<readonly (readonly [number, readonly string[]])[]>(sealed);
    yield rows.map(([row, values]) => ({ row, values, problems: problems.of(row) }));
  }
}

const PAGE = 1000;

/** Problems come in list order like the rows, so one walk through both finds each row's own. */
function createProblemReader(
  db: Database,
  importId: number,
): { of(row: number): readonly Problem[] } {
  let page: readonly Problem[] = [];
  let offset = 0;
  let at = 0;

  function current(): Problem | undefined {
    if (at === page.length && (offset === 0 || page.length === PAGE)) {
      page = listProblems(db, importId, { offset, limit: PAGE }).items;
      offset += page.length;
      at = 0;
    }
    return page[at];
  }
  return {
    of(row) {
      const found: Problem[] = [];
      for (let next = current(); next !== undefined && next.row <= row; next = current()) {
        if (next.row === row) found.push(next);
        at += 1;
      }
      return found;
    },
  };
}
