import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";
import { chunksWhere } from "../../records/drafts/staged-rows.ts";
import { staysBehind } from "../../records/drafts/status.ts";
import { createProblemCopier } from "../../records/imports/import-problems.ts";
import { createLeftChunkWriter } from "../../records/imports/left-behind.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** Positions whose problems are copied in one transaction. */
const STEP_ROWS = 5_000;

/** Keeps the rows that are not sent with an import, sealed, for history and exports. */
export function keepLeftovers(
  db: Database,
  vault: Vault,
  stagingId: number,
  importId: number,
): void {
  const write = createLeftChunkWriter(db, importId);
  let chunk = 0;
  for (const rows of chunksWhere(db, vault, stagingId, staysBehind)) {
    write(chunk, vault.sealJson(rows.map(({ row, values }) => [row, values])));
    chunk += 1;
  }
}

/** Keeps all problems found with an import. Takes small transactions of its own. */
export function copyProblems(db: Database, stagingId: number, importId: number): void {
  const end =
    column<[stagingId: number], number | null>(
      db,
      "SELECT max(row_index) FROM staged_problems WHERE staging_id = ?",
    ).get(stagingId) ?? null;
  const copy = createProblemCopier(db);
  let base = 0;
  for (let from = 0; end !== null && from <= end; from += STEP_ROWS) {
    base += copy({ importId, stagingId, base, from, to: from + STEP_ROWS });
  }
}
