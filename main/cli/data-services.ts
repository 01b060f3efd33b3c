import { join } from "node:path";
import { sweepLeftovers } from "../app/sweep-leftovers.ts";
import type { Host } from "../common/host/host.ts";
import { type Log, openLog } from "../common/log.ts";
import type { Database } from "../common/sqlite/database.ts";
import { databaseError } from "../common/sqlite/database-error.ts";
import { t } from "../common/text.ts";
import { type Connections, createConnections } from "../features/connections/connections.ts";
import {
  createPracticeRunner,
  type PracticeRunner,
} from "../features/connections/practice-runner.ts";
import { keepRetention } from "../features/privacy/retention/keep-retention.ts";
import { applyPolicy, lockConnections } from "../features/settings/policy/apply-policy.ts";
import { readPolicy } from "../features/settings/policy/read-policy.ts";
import { sweepStagings } from "../pipeline/staging/sweep.ts";
import { dropAlert, readAlerts } from "../records/alerts.ts";
import { openDatabase } from "../records/database/open.ts";
import { createUndoLog, type UndoLog } from "../records/undo-log/log.ts";
import { openVault, type Vault } from "../records/vault/vault.ts";
import type { CliContext } from "./command.ts";

/** What reads and checks a list; the same services as behind the window, on the same data folder. */
export interface DataServices {
  readonly db: Database;
  readonly vault: Vault;
  readonly host: Host;
  readonly log: Log;
  readonly connections: Connections;
  readonly undoLog: UndoLog;
  readonly practice: PracticeRunner;
}

/**
 * Opens the data folder for one command and closes it whatever happens.
 * @throws AppError policy-broken | database-* | vault-locked | key-file-unreadable
 */
export async function withData<T>(
  context: CliContext,
  work: (services: DataServices) => Promise<T> | T,
): Promise<T> {
  const db = openDatabase(context.dataDir);
  const practice = createPracticeRunner(join(context.dataDir, "practice.sqlite"));
  let asked: Connections | undefined;
  try {
    const host = await context.createHost(context.dataDir);
    await tellAlerts(db, context);
    // What a command that was killed has left behind, where no window ever clears it away.
    sweepLeftovers(context.dataDir);
    await sweepStagings(db);
    const vault = await openVault(db, host.secrets);
    const log = openLog(context.dataDir);
    const policy = readPolicy();
    const undoLog = createUndoLog(db, vault);
    const { transport } = host;
    const own = createConnections(db, vault, { transport, practice, undoLog });
    asked = own;
    applyPolicy(db, policy);
    const connections = lockConnections(own, policy);
    return await work({ db, vault, host, log, connections, undoLog, practice });
  } catch (error) {
    throw databaseError(error);
  } finally {
    await asked?.close();
    await practice.close();
    db.close();
  }
}

/** What is to be told by itself; rows that are too old go, or it is said why they do not. */
async function tellAlerts(db: Database, { io, dataDir }: CliContext): Promise<void> {
  for (const code of readAlerts(db)) {
    io.err(t(`words:alerts.${code}`, { path: dataDir }));
    dropAlert(db, code);
  }
  const question = await keepRetention(db);
  if (question === null) return;
  const { imports, days } = question;
  io.err(t("words:alerts.retention", { count: imports, days }));
}
