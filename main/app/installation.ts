import { join } from "node:path";
import { z } from "zod";
import { type CallName, calls, isCallName } from "../../preload/contract.ts";
import type { Answer } from "../../preload/errors.ts";
import { AppError, toAppError } from "../common/errors.ts";
import { tellFaultsBy } from "../common/host/faults.ts";
import type { Host } from "../common/host/host.ts";
import { type Log, openLog } from "../common/log.ts";
import { databaseError } from "../common/sqlite/database-error.ts";
import { VERSION } from "../common/version.ts";
import { createBackups, type Replace, type RestoreState } from "../features/backup/backups.ts";
import { discardStaged } from "../features/backup/stage-backup.ts";
import { createConnections } from "../features/connections/connections.ts";
import { createPracticeAccount } from "../features/connections/practice-account.ts";
import { createPracticeRunner } from "../features/connections/practice-runner.ts";
import { createHistory } from "../features/history/history.ts";
import { createDrafts } from "../features/importing/drafts.ts";
import { startRetention } from "../features/privacy/retention/retention-timer.ts";
import { createCorrecting } from "../features/queue/corrections/correcting.ts";
import { createQueue } from "../features/queue/queue.ts";
import { createUndo } from "../features/rollback/undo.ts";
import { applyPolicy, lockConnections } from "../features/settings/policy/apply-policy.ts";
import type { Policy } from "../features/settings/policy/policy.ts";
import { createSender } from "../pipeline/delivery/sender/sender.ts";
import { openDatabase } from "../records/database/open.ts";
import { readSettings, speakAs } from "../records/settings.ts";
import { createUndoLog } from "../records/undo-log/log.ts";
import { openVault } from "../records/vault/vault.ts";
import { createAlertCalls } from "./alert-calls.ts";
import type { App } from "./app-port.ts";
import { createHandlers, type Handlers } from "./handlers.ts";
import { createImportWatch } from "./import-watch.ts";
import { createJobRunner } from "./jobs/job-runner.ts";
import type { Services } from "./services.ts";
import { sweepLeftovers } from "./sweep-leftovers.ts";

export interface InstallationOptions {
  readonly dataDir: string;
  readonly policy: Policy;
  /** Puts a restored backup in the place of this installation's database. */
  readonly replace: Replace;
  readonly restoring: RestoreState;
}

/**
 * The composition root of a window: opens the data folder, builds the services, starts the sender
 * and answers the contract.
 * @throws AppError policy-broken | database-* | vault-locked | key-file-unreadable | secret-store-unavailable
 */
export async function openInstallation(
  host: Host,
  { dataDir, policy, replace, restoring }: InstallationOptions,
): Promise<App> {
  const db = openDatabase(dataDir);
  const log = openLog(dataDir);
  tellFaultsBy((entry, detail) => log.error("process-ended", { entry, detail }));
  await speakAs(readSettings(db));
  const vault = await openVault(db, host.secrets).catch((error: unknown) => {
    // Windows moves no file that is open, and the data that was there is to take this one's place.
    db.close();
    throw error;
  });
  const jobs = createJobRunner(host, { dataDir, key: vault.exportKey() });
  const practicePath = join(dataDir, "practice.sqlite");
  const practice = createPracticeRunner(practicePath);
  const undoLog = createUndoLog(db, vault, { onChange: () => host.emit({ kind: "undo" }) });
  const ownConnections = createConnections(db, vault, {
    undoLog,
    transport: host.transport,
    practice,
    onChange() {
      host.emit({ kind: "connections" });
      drafts.connectionsChanged();
    },
    onCustomFields(change) {
      host.emit({ kind: "connections" });
      drafts.customFieldsChanged(change);
    },
  });
  applyPolicy(db, policy);
  const connections = lockConnections(ownConnections, policy);
  const history = createHistory(db, vault);
  const queue = createQueue(db, vault, Date.now, undoLog);
  const correcting = createCorrecting(db, vault, undoLog);
  const watch = createImportWatch(history, host);
  let queueing = 0;
  function tellOutsideChange(): void {
    host.emit({ kind: "queue" });
    host.emit({ kind: "undo" });
  }
  const sender = createSender({
    db,
    vault,
    transport: host.transport,
    resolve: connections.resolve,
    onChange: (importId) => changed(importId),
    // What a process of ours writes is told by whoever has started it.
    onOutsideChange: () => (queueing > 0 ? undefined : tellOutsideChange()),
    onTrouble: (code, detail) => log.error(code, { detail }),
  });
  const drafts = createDrafts({
    ...{ db, vault, host, jobs, connections, undoLog },
    onTrouble: (code, detail) => log.error(code, { detail }),
  });
  function changed(importId: number): void {
    drafts.settleTrials();
    watch.changed(importId);
  }
  const undo = createUndo({
    ...{ db, vault, undoLog, queue, host, practice },
    onQueued() {
      drafts.settleTrials();
      sender.wake();
    },
    jobs: {
      plan: (importId) => jobs.run("undo-plan", { importId }),
      prepare: (importId) => jobs.run("undo-prepare", { importId }),
      exportIrreversible: (request) => jobs.run("undo-export", request),
    },
  });
  const retention = startRetention(db, {
    onQuestion: () => host.emit({ kind: "alerts" }),
    onTrouble: (code, detail) => log.error(code, { detail }),
  });

  const pathOf = (fileId: string) => drafts.registeredFile(fileId).path;
  const restore = { replace, state: restoring };
  const backups = createBackups({ db, host, dataDir, pathOf, jobs, ...restore });
  if (!restoring.checked) discardStaged(dataDir);
  sweepLeftovers(dataDir);

  const services: Services = {
    db,
    policy,
    host,
    dataDir,
    log,
    connections,
    drafts,
    queue,
    correcting,
    sender,
    history,
    practice,
    practiceAccount: createPracticeAccount(practicePath),
    undo,
    undoLog,
    jobs,
    backups,
    alerts: createAlertCalls(db, dataDir),
    async queueList(work) {
      queueing += 1;
      try {
        const { importId } = await work();
        sender.caughtUp();
        watch.changed(importId);
        return { importId };
      } catch (error) {
        tellOutsideChange();
        throw error;
      } finally {
        queueing -= 1;
        // Waiting batches keep their times: a server may have asked for patience.
        sender.wake();
      }
    },
    changeQueue(change) {
      change();
      drafts.settleTrials();
      sender.wake();
      host.emit({ kind: "queue" });
      return queue.summary();
    },
    queueSummary: () => queue.summary(),
  };
  const handlers = createHandlers(services);
  sender.start();
  log.info("started", { version: VERSION, host: host.kind });

  return {
    answer: (name, input) => answer(handlers, log, name, input),
    registerFile: (path) => drafts.registerFile(path),
    queueSummary: services.queueSummary,
    networkBack: () => sender.networkBack(),
    fallAsleep: () => sender.fallAsleep(),
    async close() {
      await retention.stop();
      await connections.close();
      await drafts.close();
      await sender.stop();
      await practice.close();
      log.info("ended");
      db.close();
    },
  };
}

/** Checks a call by the contract and turns whatever happens into an answer. */
async function answer(
  handlers: Handlers,
  log: Log,
  name: string,
  input: unknown,
): Promise<Answer<unknown>> {
  try {
    if (!isCallName(name)) throw new AppError("not-allowed", { detail: "unknown call" });
    return { ok: true, value: await handle(handlers, name, input) };
  } catch (thrown) {
    const error = toAppError(databaseError(thrown));
    // What is gone is no trouble: the page may ask once more for what it has just sent.
    if (error.code !== "not-found")
      log.error(error.code, { call: isCallName(name) ? name : "unknown", kind: kindOf(thrown) });
    return { ok: false, error: error.toData() };
  }
}

async function handle(handlers: Handlers, name: CallName, input: unknown): Promise<unknown> {
  const checked = calls[name].input.safeParse(input);
  if (!checked.success) {
    // Names of fields and rules only: what was entered may be a customer's or a key.
    throw new AppError("bad-input", { detail: z.prettifyError(checked.error) });
  }
  const handler = handlers[name] as (input: unknown) => unknown;
  return await handler(checked.data);
}

/** What kind of error it was, for the log: never its message, which may quote data. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
}
