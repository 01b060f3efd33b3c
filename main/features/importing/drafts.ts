import { dirname } from "node:path";
import type { Connection } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { sweepPreparing } from "../../pipeline/delivery/enqueue/sweep-preparing.ts";
import { lookerOf, warmSoon } from "../../pipeline/looks/looker.ts";
import { purgeStagings, sweepStagings } from "../../pipeline/staging/sweep.ts";
import { loadPhonesFor } from "../../pipeline/validation/phones.ts";
import { takesAmountsOnly } from "../../records/connections/campaign-kinds.ts";
import { phoneCountryOf } from "../../records/connections/phone-country.ts";
import { pointAt, proposedConnection } from "../../records/connections/proposed.ts";
import {
  createDraftStore,
  type NewDraft,
  type StoredDraft,
} from "../../records/drafts/draft-store.ts";
import { type Staging, stagingOfDraft } from "../../records/drafts/stagings.ts";
import { isOwned, removeOwned, sweepInbox } from "../../records/files/inbox.ts";
import { checkAlike, withConnection } from "./default-options.ts";
import type { Drafts, DraftsDeps } from "./draft-calls.ts";
import type { DraftKit } from "./draft-kit.ts";
import { currentStaging, draftSummary, draftView } from "./draft-view.ts";
import { createFileRegistry } from "./files/file-registry.ts";
import { createOpeningCalls } from "./files/opening-calls.ts";
import { createPasswords, withPasswords } from "./files/passwords.ts";
import { createReadingCalls } from "./files/reading-calls.ts";
import { createRecentFiles } from "./files/recent-files.ts";
import { samplePath } from "./files/sample.ts";
import { createBackground } from "./jobs/background.ts";
import { createChecks } from "./jobs/checks.ts";
import { createSerial } from "./jobs/serial.ts";
import { adoptNames } from "./mappings/adopt-names.ts";
import { createMappingCalls } from "./mappings/mapping-calls.ts";
import { createMappingLibrary } from "./mappings/mapping-library.ts";
import { connectionOf } from "./new-draft.ts";
import { requireDraft, requireFile } from "./require-draft.ts";
import { settleBulkCorrections } from "./review/bulk/settle-bulk-corrections.ts";
import { createDraftUndo } from "./review/draft-undo.ts";
import { createFirstRows, previewRows } from "./review/preview.ts";
import { createReview } from "./review/review.ts";
import { createReviewCalls } from "./review/review-calls.ts";
import { viewsOf } from "./review/view/views.ts";
import { addedByDraft } from "./sending/added.ts";
import { releaseTrials } from "./sending/release-trials.ts";
import { sendDraft } from "./sending/send-draft.ts";
import { requireUntried } from "./sending/trial.ts";

export type { Drafts, DraftsDeps } from "./draft-calls.ts";

/** The drafts of a data folder. What processes that died have left is cleared away first. */
export function createDrafts(deps: DraftsDeps): Drafts {
  const { db, vault, host, jobs } = deps;
  const dataDir = dirname(db.name);
  const store = createDraftStore(db, vault);
  const review = createReview(db, vault);
  const views = viewsOf(db, vault, review);
  const files = createFileRegistry();
  const recent = createRecentFiles(db, files);
  const passwords = createPasswords();
  const looker = withPasswords(deps.looker ?? lookerOf(host), passwords);
  const firstRows = createFirstRows(looker);
  const sample = deps.samplePath ?? samplePath();
  const serial = createSerial<number>();
  const background = createBackground(({ code, detail }) => deps.onTrouble?.(code, detail ?? ""));

  function cleanUp(crashed: boolean): void {
    background.run(async () => {
      if (!crashed) return await purgeStagings(db);
      await sweepStagings(db);
      await sweepPreparing(db);
    });
  }

  const connection = (draft: StoredDraft) => connectionOf(deps.connections.list(), draft.options);
  const checks = createChecks({
    ...{ db, vault, host, jobs, store, review, cleanUp },
    connectionOf: connection,
    passwords,
  });

  function view(draft: StoredDraft) {
    return draftView(db, draft, checks.state(draft), connection(draft));
  }

  /** The draft and its finished check. @throws AppError "draft-not-checked" */
  function checked(draftId: number): { readonly draft: StoredDraft; readonly staging: Staging } {
    const draft = store.get(draftId);
    const staging = checks.state(draft).kind === "done" ? currentStaging(db, vault, draft) : null;
    if (staging === null) throw new AppError("draft-not-checked");
    return { draft, staging };
  }

  async function change(draftId: number, what: (draft: StoredDraft) => Partial<StoredDraft>) {
    const draft = store.get(draftId);
    const changed = store.update(draftId, what(draft));
    host.emit({ kind: "drafts" });
    return await view(changed);
  }

  /** A list that was only proposed for Practice goes to an own account, once there is one. */
  async function leavePractice(draftId: number, own: Connection): Promise<void> {
    if (!store.ids().includes(draftId)) return;
    const draft = store.get(draftId);
    const { options, restores, trial, connectionChosen } = draft;
    if (connectionChosen || restores !== null || trial !== null) return;
    if (connection(draft)?.kind !== "practice") return;
    const moved = withConnection(options, { ...options, connectionId: own.id }, own);
    await change(draftId, () => ({ options: moved }));
    tellCheck(draftId);
  }

  async function add(draft: NewDraft) {
    const id = store.insert(draft);
    host.emit({ kind: "drafts" });
    const over = connectionOf(deps.connections.list(), draft.options);
    // The practice server is not started for it; the names come where the columns are shown. A key
    // that was refused is not tried again.
    if (over?.kind === "api" && over.hold !== "credentials")
      void deps.connections.refreshCustomFields?.(over.id);
    return await view(store.get(id));
  }

  /** The review reads again what another process has written. */
  function forgetChecked(draftId: number): void {
    const staging = stagingOfDraft(db, draftId);
    if (staging !== null) review.forget(staging.id);
  }

  function tellCheck(draftId: number): void {
    host.emit({ kind: "draft", draftId, check: checks.state(store.get(draftId)) });
  }

  /**
   * Of a draft that is still there the check may have been renewed, as another list was sent since;
   * the rows of restores may be others now, of one that was not asked about too.
   */
  function tellAfterSending(draftId: number): void {
    for (const { id, restores } of store.ids().map(store.get)) {
      if (restores !== null || id === draftId) tellCheck(id);
    }
  }

  function settleTrials(): void {
    const isBusy = (draftId: number) => checks.isRunning(draftId);
    for (const draftId of releaseTrials(db, vault, isBusy)) {
      forgetChecked(draftId);
      tellCheck(draftId);
    }
  }

  const undoLog = deps.undoLog;
  const undo = createDraftUndo({ db, vault, review, store, host, jobs, undoLog }, checks);
  const mappings = createMappingLibrary({ db, host, files, undoLog });
  const kit: DraftKit = {
    ...{ db, vault, dataDir, host, jobs, store, review, views, checks },
    ...{ looker, passwords, serial, undo, undoLog, mappings },
    ...{ connection, view, checked, change },
  };

  background.run(async () => {
    await sweepStagings(db);
    await settleBulkCorrections({ db, jobs, store, review });
    await sweepInbox(db, dataDir);
  });

  return {
    registerFile: (path) => files.register(path, { owned: isOwned(dataDir, path) }),
    registeredFile: files.get,
    list: () => Promise.all(store.ids().map((id) => draftSummary(store.get(id)))),
    recentFiles: () => {
      // The next thing on that page is a list.
      warmSoon(looker, sample);
      return recent.list();
    },
    mappings,
    ...createOpeningCalls({
      ...{ db, looker, store, files, recent, passwords, add },
      samplePath: sample,
      connections: deps.connections.list,
    }),
    get: async ({ draftId }) => await view(store.get(draftId)),
    remove: ({ draftId }) =>
      serial(draftId, async () => {
        const { path } = store.get(draftId);
        const staging = stagingOfDraft(db, draftId);
        await checks.stop(draftId);
        store.remove(draftId);
        if (staging !== null) views.forget(staging.id);
        passwords.forget(path);
        await removeOwned(dataDir, path);
        cleanUp(false);
        host.emit({ kind: "drafts" });
        return null;
      }),
    setStep: async ({ draftId, step }) => {
      if (step === "review") background.run(() => checks.compareAgain(draftId));
      return await change(draftId, () => ({ step }));
    },

    ...createReadingCalls(kit, { get: files.get, opened: recent.add }),
    ...createMappingCalls(kit),
    setOptions: ({ draftId, options }) =>
      serial(draftId, async () => {
        const chosen = connectionOf(deps.connections.list(), options);
        if (options.connectionId !== null && chosen === undefined) {
          throw new AppError("not-found", { params: { what: "connection" } });
        }
        const { options: before, restores } = store.get(draftId);
        if (restores !== null) {
          const { campaigns, keepUndoState } = options;
          return await change(draftId, () => ({
            options: { ...before, campaigns, keepUndoState },
          }));
        }
        const other = before.connectionId !== options.connectionId;
        if (other) requireUntried(db, draftId);
        if (other && chosen !== undefined) pointAt(db, chosen.id);
        if (!checkAlike(before, options)) await checks.stop(draftId);
        background.run(() => checks.compareAgain(draftId));
        return await change(draftId, (draft) => ({
          options: withConnection(before, options, chosen),
          connectionChosen: draft.connectionChosen || other,
        }));
      }),
    preview: async ({ draftId, limit }) => {
      const draft = store.get(draftId);
      if (draft.restores !== null) {
        const { staging } = checked(draftId);
        return await review.page(staging.id, "all", { offset: 0, limit });
      }
      const phoneCountry = phoneCountryOf(db, draft.options);
      await loadPhonesFor(draft.mapping, phoneCountry);
      const amountsOnly = takesAmountsOnly(db, draft.options);
      return previewRows(draft, await firstRows.of(draft), { limit, amountsOnly, phoneCountry });
    },

    check: ({ draftId }) =>
      serial(draftId, async () => {
        const draft = store.get(draftId);
        const { missing, check } = await view(draft);
        if (check.kind !== "done") requireFile(draft);
        requireDraft(missing, ["file", "columns"]);
        return await checks.start(draft);
      }),
    cancelCheck: async ({ draftId }) => {
      await checks.stop(draftId);
      return null;
    },
    ...createReviewCalls(kit),
    addedAgain: (choice) => addedByDraft(kit, choice),
    send: ({ draftId, ...choice }) =>
      serial(draftId, async () => {
        settleTrials();
        const parts = { db, host, jobs, connection, checked, view, store, cleanUp };
        const staging = stagingOfDraft(db, draftId);
        try {
          const sent = await sendDraft(parts, { ...choice, draftId });
          if (sent.path !== null) {
            passwords.forget(sent.path);
            await removeOwned(dataDir, sent.path);
          }
          cleanUp(false);
          return { importId: sent.importId };
        } finally {
          // Also where it was refused: earlier values may have been prepared anew.
          forgetChecked(draftId);
          if (staging !== null) views.forget(staging.id);
          host.emit({ kind: "drafts" });
          tellAfterSending(draftId);
        }
      }),
    settleTrials,
    connectionsChanged() {
      const proposed = proposedConnection(db);
      const own = deps.connections.list().find(({ id }) => id === proposed);
      if (own?.kind !== "api") return;
      for (const draftId of store.ids()) {
        background.run(() => serial(draftId, () => leavePractice(draftId, own)));
      }
    },
    tellChecks() {
      for (const draftId of store.ids()) {
        const check = checks.state(store.get(draftId));
        if (check.kind === "done") host.emit({ kind: "draft", draftId, check });
      }
    },
    customFieldsChanged(change) {
      const over = deps.connections.list().find(({ id }) => id === change.connectionId);
      if (over !== undefined) background.run(() => adoptNames(kit, over, change));
    },

    async close() {
      passwords.forgetAll();
      await Promise.all([checks.stopAll(), views.end()]);
      await background.settled();
    },
  };
}
