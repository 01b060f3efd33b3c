import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Migration } from "./migration.ts";
import { initial } from "./migrations/0001-0010/0001-initial.ts";
import { undoOfImports } from "./migrations/0001-0010/0002-undo-of-imports.ts";
import { rowBlocks } from "./migrations/0001-0010/0003-row-blocks.ts";
import { customFieldNames } from "./migrations/0001-0010/0004-custom-field-names.ts";
import { queuedOrder } from "./migrations/0001-0010/0005-queued-order.ts";
import { servers } from "./migrations/0001-0010/0006-servers.ts";
import { requestHeads } from "./migrations/0001-0010/0007-request-heads.ts";
import { connectionLines } from "./migrations/0001-0010/0008-connection-lines.ts";
import { undoneOrder } from "./migrations/0001-0010/0009-undone-order.ts";
import { undoneImports } from "./migrations/0001-0010/0010-undone-imports.ts";
import { trialParts } from "./migrations/0011-0020/0011-trial-parts.ts";
import { checkedFor } from "./migrations/0011-0020/0012-checked-for.ts";
import { pointedConnections } from "./migrations/0011-0020/0013-pointed-connections.ts";
import { delimiterRuns } from "./migrations/0011-0020/0014-delimiter-runs.ts";
import { batchCampaigns } from "./migrations/0011-0020/0015-batch-campaigns.ts";
import { noDistinctKeys } from "./migrations/0011-0020/0016-no-distinct-keys.ts";
import { requestSizes } from "./migrations/0011-0020/0017-request-sizes.ts";

export const migrations: readonly Migration[] = [
  initial,
  undoOfImports,
  rowBlocks,
  customFieldNames,
  queuedOrder,
  servers,
  requestHeads,
  connectionLines,
  undoneOrder,
  undoneImports,
  trialParts,
  checkedFor,
  pointedConnections,
  delimiterRuns,
  batchCampaigns,
  noDistinctKeys,
  requestSizes,
];

/** The schema version this program writes; kept in SQLite's `user_version`. */
export const SCHEMA_VERSION = migrations.length;

/** "LoyI" in SQLite's `application_id`: tells whose database a file is, whatever it is called. */
export const APPLICATION_ID = 0x4c6f7949;

/**
 * Brings a database to the newest schema, all steps in one transaction.
 * @param steps others for tests
 * @throws AppError "database-newer" for a database from the future | "database-not-upgraded" where
 *   a step fails on what it holds; it stays untouched
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const version = versionOf(db);
  if (version > steps.length) {
    throw new AppError("database-newer", { detail: `schema ${version} > ${steps.length}` });
  }
  if (version === steps.length && isMarked(db)) return;
  db.transaction(() => {
    for (const step of steps.filter((each) => each.version > versionOf(db))) {
      take(db, step, version > 0);
    }
    db.pragma(`user_version = ${steps.length}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

/** What lies in the database is told apart from what happens to the disk. */
function take(db: Database, step: Migration, existing: boolean): void {
  try {
    step.up(db);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (!existing || !/^(SQLITE_(CONSTRAINT|ERROR|MISMATCH)|$)/.test(code)) throw cause;
    throw new AppError("database-not-upgraded", { detail: `${step.name} ${code}`, cause });
  }
}

function isMarked(db: Database): boolean {
  return db.pragma("application_id", { simple: true }) === APPLICATION_ID;
}

export function versionOf(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}
