import type { Database } from "better-sqlite3";
import type { MappedRow, RowProblem } from "../rows.ts";
import type { Vault } from "../vault/vault.ts";

/** A row that is not sent: why, and whether a person or a rule left it out. */
export interface LeftoverRow extends MappedRow {
  readonly excluded: boolean;
  readonly problems: readonly RowProblem[];
}

/**
 * The rows to be sent, in list order and in chunks of some hundred: valid, not left out, edits
 * applied. One chunk is in memory at a time.
 */
export function* stagedRows(
  _db: Database,
  _vault: Vault,
  _stagingId: number,
): Generator<readonly MappedRow[]> {}

/** The rows that are not sent (with errors, or left out), the same way. */
export function* stagedLeftovers(
  _db: Database,
  _vault: Vault,
  _stagingId: number,
): Generator<readonly LeftoverRow[]> {}
