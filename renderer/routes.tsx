import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { IMPORT_ROW_FILTERS } from "../preload/choices.ts";
import { withTexts } from "./i18n.ts";
import { StartPage } from "./import/start/start-page.tsx";

/** The first screen comes with the program; the others, with all texts, when they are first asked for. */
const screen: typeof lazy = (load) => lazy(() => withTexts(load));

const AboutPage = screen(async () => ({
  default: (await import("./about/about-page.tsx")).AboutPage,
}));
const ConnectionPage = screen(async () => ({
  default: (await import("./connections/connection-page.tsx")).ConnectionPage,
}));
const ConnectionsPage = screen(async () => ({
  default: (await import("./connections/connections-page.tsx")).ConnectionsPage,
}));
const MappingPage = screen(async () => ({
  default: (await import("./connections/mappings/mapping-page.tsx")).MappingPage,
}));
const BatchPage = screen(async () => ({
  default: (await import("./history/batch/batch-page.tsx")).BatchPage,
}));
const ComparePage = screen(async () => ({
  default: (await import("./history/compare/compare-page.tsx")).ComparePage,
}));
const HistoryPage = screen(async () => ({
  default: (await import("./history/history-page.tsx")).HistoryPage,
}));
const ImportPage = screen(async () => ({
  default: (await import("./history/one-import/import-page.tsx")).ImportPage,
}));
const SendPage = screen(async () => ({
  default: (await import("./import/send/send-page.tsx")).SendPage,
}));
const WizardPage = screen(async () => ({
  default: (await import("./import/wizard-page.tsx")).WizardPage,
}));
const QueuePage = screen(async () => ({
  default: (await import("./queue/queue-page.tsx")).QueuePage,
}));
const CorrectPage = screen(async () => ({
  default: (await import("./queue/correct/correct-page.tsx")).CorrectPage,
}));
const SettingsPage = screen(async () => ({
  default: (await import("./settings/settings-page.tsx")).SettingsPage,
}));

/** Every address of the window. */
export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/import">
          <StartPage />
        </Route>
        <Route path="/import/sent/:importId">
          {({ importId }) => <SendPage key={importId} importId={Number(importId)} />}
        </Route>
        <Route path="/import/:draftId/:step">
          {({ draftId, step }) => (
            <WizardPage key={draftId} draftId={Number(draftId)} step={step} />
          )}
        </Route>
        <Route path="/queue">
          <QueuePage />
        </Route>
        <Route path="/queue/:batchId">
          {({ batchId }) => <CorrectPage key={batchId} batchId={Number(batchId)} />}
        </Route>
        <Route path="/history">
          <HistoryPage tab="imports" />
        </Route>
        <Route path="/history/customer">
          <HistoryPage tab="customer" />
        </Route>
        <Route path="/history/:importId">
          {({ importId }) => <ImportPage key={importId} importId={Number(importId)} />}
        </Route>
        <Route path="/history/:importId/rows/:kind">
          {({ importId, kind }) => (
            <ImportPage
              key={importId}
              importId={Number(importId)}
              rows={IMPORT_ROW_FILTERS.find((one) => one === kind) ?? "all"}
            />
          )}
        </Route>
        <Route path="/history/:importId/compare">
          {({ importId }) => <ComparePage key={importId} importId={Number(importId)} />}
        </Route>
        <Route path="/history/:importId/batches/:batchId">
          {({ importId, batchId }) => (
            <BatchPage key={batchId} importId={Number(importId)} batchId={Number(batchId)} />
          )}
        </Route>
        <Route path="/connections">
          <ConnectionsPage />
        </Route>
        <Route path="/connections/:id">
          {({ id }) => <ConnectionPage key={id} id={id === "new" ? null : Number(id)} />}
        </Route>
        <Route path="/connections/mappings/:id">
          {({ id }) => <MappingPage key={id} id={Number(id)} />}
        </Route>
        <Route path="/settings">
          <SettingsPage />
        </Route>
        <Route path="/about">
          <AboutPage />
        </Route>
        <Route>
          <Redirect to="/import" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
