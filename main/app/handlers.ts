import type { z } from "zod";
import type { CallName, CallResult, calls } from "../../preload/contract.ts";
import { speak } from "../common/text.ts";
import { saveList } from "../features/history/export/save-list.ts";
import { resolveBatch } from "../features/queue/resolve-batch.ts";
import { requireUnlocked } from "../features/settings/policy/apply-policy.ts";
import { requireConsent } from "../features/settings/weak-protection.ts";
import { saveSupportBundle } from "../features/support/save-bundle.ts";
import { changeSettings, chosenLanguage, readSettings } from "../records/settings.ts";
import { appInfo } from "./app-info.ts";
import { readLicences } from "./licences.ts";
import type { Services } from "./services.ts";

/** What a handler gets: the call's input as its schema gives it out. */
export type CheckedInput<N extends CallName> = z.output<(typeof calls)[N]["input"]>;

export type Handlers = {
  readonly [N in CallName]: (
    input: CheckedInput<N>,
  ) => CallResult<N> | null | Promise<CallResult<N> | null>;
};

/** Every call of the contract, each to one function of one service. */
export function createHandlers(services: Services): Handlers {
  const { db, host, log, connections, drafts, queue, mending, sender, history, practice, undo } =
    services;
  const { backups } = services;

  return {
    "app.info": () => appInfo(services),
    "app.openLogFolder": async () => {
      await host.openFolder(log.dir);
      return null;
    },
    "app.networkBack": () => {
      sender.networkBack();
      return null;
    },
    "app.supportBundle": () => saveSupportBundle(services),
    "app.licences": () => readLicences(),
    "app.alerts": () => services.alerts.list(),
    "app.answerAlert": (about) => services.alerts.answer(about),
    "settings.get": () => readSettings(db),
    "settings.set": (change) => {
      requireUnlocked(services.policy, change);
      const settings = changeSettings(db, change);
      speak(chosenLanguage(db));
      host.emit({ kind: "settings" });
      if (change.batchRows !== undefined) host.emit({ kind: "connections" });
      return settings;
    },
    "practice.status": () => practice.status(),
    "practice.start": async () => {
      await practice.start();
      host.emit({ kind: "connections" });
      return practice.status();
    },
    "practice.customers": (range) => services.practiceAccount.page(range),
    "practice.empty": async () => ({ removed: await services.practiceAccount.empty() }),

    "connections.list": () => connections.list(),
    "connections.proposed": () => ({ id: connections.proposed() }),
    "connections.save": ({ acceptWeakProtection, ...input }) => {
      if (input.apiKey !== null) requireConsent(services, acceptWeakProtection === true);
      return connections.save(input);
    },
    "connections.remove": ({ id }) => {
      connections.remove(id);
      return null;
    },
    "connections.test": ({ id }) => connections.test(id),
    "connections.campaigns": ({ id }) => connections.campaigns(id),
    "connections.customFields": ({ id }) => connections.customFields(id),

    "files.register": ({ path }) => ({ fileId: drafts.registerFile(path) }),

    "files.recent": () => drafts.recentFiles(),

    "drafts.list": () => drafts.list(),
    "drafts.create": (input) => drafts.create(input),
    "drafts.createSample": () => drafts.createSample(),
    "drafts.get": (input) => drafts.get(input),
    "drafts.remove": (input) => drafts.remove(input),
    "drafts.setStep": (input) => drafts.setStep(input),
    "drafts.setReading": (input) => drafts.setReading(input),
    "drafts.chooseFile": (input) => drafts.chooseFile(input),
    "drafts.setMapping": (input) => drafts.setMapping(input),
    "drafts.proposeMapping": (input) => drafts.proposeMapping(input),
    "drafts.forgetMapping": (input) => drafts.forgetMapping(input),
    "drafts.keepMapping": (input) => drafts.keepMapping(input),
    "drafts.setOptions": (input) => drafts.setOptions(input),
    "drafts.preview": (input) => drafts.preview(input),
    "drafts.check": (input) => drafts.check(input),
    "drafts.cancelCheck": (input) => drafts.cancelCheck(input),
    "drafts.rows": (input) => drafts.rows(input),
    "drafts.problems": (input) => drafts.problems(input),
    "drafts.editCell": (input) => drafts.editCell(input),
    "drafts.exclude": (input) => drafts.exclude(input),
    "drafts.problemKinds": (input) => drafts.problemKinds(input),
    "drafts.applyToAll": (input) => drafts.applyToAll(input),
    "drafts.undoState": (input) => drafts.undoState(input),
    "drafts.undo": (input) => drafts.undo(input),
    "drafts.redo": (input) => drafts.redo(input),
    "drafts.exportInvalid": (input) => drafts.exportInvalid(input),
    "drafts.send": async (input) => {
      const sent = await drafts.send(input);
      services.importChanged(sent.importId);
      // Waiting batches keep their times: a server may have asked for patience.
      sender.wake();
      return sent;
    },

    "mappings.list": () => drafts.mappings.list(),
    "mappings.get": ({ id }) => drafts.mappings.get(id),
    "mappings.save": (input) => drafts.mappings.save(input),
    "mappings.remove": ({ id }) => {
      drafts.mappings.remove(id);
      return null;
    },
    "mappings.export": ({ id }) => drafts.mappings.export(id),
    "mappings.import": (input) => drafts.mappings.import(input),

    "queue.summary": () => services.queueSummary(),
    "queue.list": (page) => queue.list(page),
    "queue.sendNow": () => {
      sender.sendNow();
      return services.queueSummary();
    },
    "queue.pause": (scope) => services.changeQueue(() => queue.pause(scope)),
    "queue.resume": (scope) => services.changeQueue(() => queue.resume(scope)),
    "queue.cancelBatch": ({ batchId }) => services.changeQueue(() => queue.cancelBatch(batchId)),
    "queue.cancelImport": ({ importId }) =>
      services.changeQueue(() => queue.cancelImport(importId)),
    "queue.resolve": (input) => resolveBatch(services, input),

    "batches.rows": (input) => mending.rows(input),
    "batches.editCell": (input) => mending.editCell(input),
    "batches.leaveOut": (input) => mending.leaveOut(input),

    "history.list": (input) => history.list(input),
    "history.get": ({ importId }) => history.get(importId),
    "history.batch": ({ batchId }) => history.batch(batchId),
    "history.generated": (input) => history.generated(input),
    "history.problems": (input) => history.problems(input),
    "history.importAgain": (input) => drafts.importAgain(input),
    "history.export": (input) => history.export(input, host.saveFile),
    "history.chart": (input) => history.chart(input),
    "history.customer": (input) => history.customer(input),
    "history.forget": async (input) => {
      const result = await services.jobs.run("history-forget", input);
      if (input.confirm) drafts.tellChecks();
      return result;
    },
    "history.exportList": ({ list, format }) =>
      saveList(services.jobs, host.saveFile, services.dataDir, list, format),
    "history.compare": (input) => services.jobs.run("history-compare", input),
    "history.comparedRows": (input) => services.jobs.run("history-compared-rows", input),
    "undo.plan": ({ importId }) => undo.plan(importId),
    "undo.steps": (input) => undo.steps(input),
    "undo.markDone": (input) => {
      undo.markDone(input);
      return null;
    },
    "undo.start": ({ importId }) => undo.start(importId),
    "undo.revert": async ({ importId }) => {
      await undo.revert(importId);
      return null;
    },
    "undo.export": (input) => undo.export(input),
    "undo.state": () => services.undoLog.state(),
    "undo.undo": (input) => services.undoLog.undo(input),
    "undo.redo": (input) => services.undoLog.redo(input),
    "undo.keepImport": ({ importId }) => services.undoLog.keepImport(importId),
    "backup.create": (input) => backups.create(input),
    "backup.check": (input) => backups.check(input),
    "backup.restore": ({ passphrase }) => backups.restore(passphrase),
    "backup.kept": () => backups.kept(),
    "backup.removeKept": ({ kept }) => {
      backups.removeKept(kept);
      return null;
    },
  };
}
