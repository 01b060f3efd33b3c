import { join } from "node:path";
import { dropAlert, readAlerts } from "../alerts.ts";
import { type Connections, createConnections } from "../connections/connections.ts";
import { createPracticeRunner, type PracticeRunner } from "../connections/practice-runner.ts";
import { type Database, databaseError, openDatabase } from "../database/open.ts";
import { createQueue, type Queue } from "../delivery/queue.ts";
import { sweepStagings } from "../drafts/sweep.ts";
import { createHistory, type History } from "../history/history.ts";
import { keepRetention } from "../history/keep-retention.ts";
import type { Host } from "../hosts/host.ts";
import { type Log, openLog } from "../log.ts";
import { applyPolicy, lockConnections } from "../policy/apply-policy.ts";
import { readPolicy } from "../policy/read-policy.ts";
import { sweepLeftovers } from "../sweep-leftovers.ts";
import { t } from "../text.ts";
import { createUndoLog, type UndoLog } from "../undo/log.ts";
import { openVault, type Vault } from "../vault/vault.ts";
import type { CliContext } from "./command.ts";

/** What the commands work with; the same services as behind the window, on the same data folder. */
export interface CliServices {
  readonly db: Database;
  readonly vault: Vault;
  readonly host: Host;
  readonly log: Log;
  readonly connections: Connections;
  readonly queue: Queue;
  readonly history: History;
  readonly undoLog: UndoLog;
  readonly practice: PracticeRunner;
}

/**
 * Opens the data folder for one command and closes it whatever happens.
 * @throws AppError policy-broken | database-* | vault-locked | key-file-unreadable
 */
export async function withServices<T>(
  context: CliContext,
  work: (services: CliServices) => Promise<T> | T,
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
    const queue = createQueue(db, vault, Date.now, undoLog);
    const history = createHistory(db, vault);
    return await work({ db, vault, host, log, connections, queue, history, undoLog, practice });
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
