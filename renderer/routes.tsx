import { Redirect, Route, Switch } from "wouter";
import { ConnectionPage } from "./connections/connection-page.tsx";
import { ConnectionsPage } from "./connections/connections-page.tsx";
import { BatchPage } from "./history/batch-page.tsx";
import { HistoryPage } from "./history/history-page.tsx";
import { ImportPage } from "./history/import-page.tsx";
import { SendPage } from "./import/send/send-page.tsx";
import { StartPage } from "./import/start/start-page.tsx";
import { WizardPage } from "./import/wizard-page.tsx";
import { QueuePage } from "./queue/queue-page.tsx";
import { SettingsPage } from "./settings/settings-page.tsx";

/** Every address of the window. */
export function Routes() {
  return (
    <Switch>
      <Route path="/import">
        <StartPage />
      </Route>
      <Route path="/import/sent/:importId">
        {({ importId }) => <SendPage key={importId} importId={Number(importId)} />}
      </Route>
      <Route path="/import/:draftId/:step">
        {({ draftId, step }) => <WizardPage key={draftId} draftId={Number(draftId)} step={step} />}
      </Route>
      <Route path="/queue">
        <QueuePage />
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
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route>
        <Redirect to="/import" replace />
      </Route>
    </Switch>
  );
}
