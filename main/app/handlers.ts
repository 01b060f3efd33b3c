import type { CallName } from "../../preload/contract.ts";
import type { HandlersOf } from "../common/calls.ts";
import { backupCalls } from "../features/backup/calls.ts";
import { connectionsCalls } from "../features/connections/calls.ts";
import { historyCalls } from "../features/history/calls.ts";
import { importingCalls } from "../features/importing/calls.ts";
import { queueCalls } from "../features/queue/calls.ts";
import { undoCalls } from "../features/rollback/calls.ts";
import { requireUnlocked } from "../features/settings/policy/apply-policy.ts";
import { requireConsentToWeakKeyStore } from "../features/settings/weak-key-store.ts";
import { saveSupportBundle } from "../features/support/save-bundle.ts";
import { changeSettings, readSettings, speakAs } from "../records/settings.ts";
import { appInfo } from "./app-info.ts";
import { readLicences } from "./licences.ts";
import type { Services } from "./services.ts";

export type Handlers = HandlersOf<CallName>;

/** Every call of the contract: what the features answer, and what concerns more than one of them. */
export function createHandlers(services: Services): Handlers {
  const { db, host, log, drafts, sender, jobs } = services;
  const importing = importingCalls(drafts);

  return {
    ...importing,
    ...connectionsCalls({
      ...services,
      requireConsentToWeakKeyStore: (agreed) => requireConsentToWeakKeyStore(services, agreed),
    }),
    ...queueCalls(services),
    ...historyCalls(services),
    ...undoCalls(services),
    ...backupCalls(services.backups),
    "drafts.send": (input) => services.queueList(() => drafts.send(input)),
    "history.forget": async (input) => {
      const result = await jobs.run("history-forget", input);
      if (input.confirm) drafts.tellChecks();
      return result;
    },
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
    "settings.set": async (change) => {
      requireUnlocked(services.policy, change);
      const settings = changeSettings(db, change);
      await speakAs(settings);
      host.emit({ kind: "settings" });
      if (change.batchRows !== undefined) host.emit({ kind: "connections" });
      return settings;
    },
  };
}
