import { join } from "node:path";
import { type Connections, createConnections } from "../connections/connections.ts";
import { createPracticeRunner } from "../connections/practice-runner.ts";
import { type Database, databaseError, openDatabase } from "../database/open.ts";
import { createQueue, type Queue } from "../delivery/queue.ts";
import { createHistory, type History } from "../history/history.ts";
import type { Host } from "../hosts/host.ts";
import { type Log, openLog } from "../log.ts";
import { dropNotice, readNotices } from "../notices.ts";
import { applyPolicy, lockConnections } from "../policy/apply-policy.ts";
import { readPolicy } from "../policy/read-policy.ts";
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
    tellNotices(db, context);
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
    return await work({ db, vault, host, log, connections, queue, history, undoLog });
  } catch (error) {
    throw databaseError(error);
  } finally {
    await asked?.close();
    await practice.close();
    db.close();
  }
}

/** What the last start has left to be told. */
function tellNotices(db: Database, { io }: CliContext): void {
  for (const code of readNotices(db)) {
    io.err(t(`words:notices.${code}`));
    dropNotice(db, code);
  }
}
