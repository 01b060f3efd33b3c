import type { QueryClient } from "@tanstack/react-query";
import type { CallName } from "../../preload/contract.ts";
import type { Connection, Draft } from "../../preload/types.ts";
import { tellOtherTabs } from "./other-tabs.ts";

const DRAFT_CALLS: ReadonlySet<CallName> = new Set<CallName>([
  "drafts.create",
  "drafts.createSample",
  "drafts.setStep",
  "drafts.setReading",
  "drafts.chooseFile",
  "drafts.setMapping",
  "drafts.proposeMapping",
  "drafts.forgetMapping",
  "history.importAgain",
  "drafts.setOptions",
]);

/** Shows the result of a call that changed something, and asks again for all that depends on it. */
export function storeResult(client: QueryClient, name: CallName, result: unknown): void {
  tellOtherTabs(name);
  if (DRAFT_CALLS.has(name)) {
    const draft = result as Draft;
    client.setQueryData(["drafts.get", { draftId: draft.id }], draft);
    refresh(client, "drafts.preview", "drafts.list");
    return;
  }
  if (name.startsWith("queue.")) {
    client.setQueryData(["queue.summary", {}], result);
    refresh(client, "queue.list", "history.get", "history.list", "history.batch", "history.rows");
    refresh(client, "connections.list");
    return;
  }
  if (name === "connections.save") showConnection(client, result as Connection);
  if (name.startsWith("connections.")) refresh(client, "connections.list", "connections.proposed");
  if (name === "practice.empty") refresh(client, "practice.customers");
  if (name === "history.forget") {
    refresh(client, "history.customer", "history.findCustomers");
    refresh(client, "history.get", "history.batch", "history.rows");
    refresh(client, "queue.list");
    refresh(client, "queue.summary", "undo.state");
  }
  if (name.startsWith("mappings.") || name === "drafts.keepMapping")
    refresh(client, "mappings.list", "mappings.get");
  if (name === "backup.removeKept") refresh(client, "backup.kept");
  if (name === "settings.set") client.setQueryData(["settings.get", {}], result);
  if (name === "app.answerAlert") client.setQueryData(["app.alerts", {}], result);
  if (name === "practice.start") client.setQueryData(["practice.status", {}], result);
  if (name === "undo.undo" || name === "undo.redo") {
    // What was taken back may be anything: a connection, the queue, a mapping, cells.
    client.invalidateQueries().catch(() => undefined);
    client.setQueryData(["undo.state", {}], result);
    return;
  }
  if (name === "undo.keepImport") client.setQueryData(["undo.state", {}], result);
  if (name.startsWith("undo.")) refresh(client, "undo.plan", "undo.steps", "history.get");
  if (name === "undo.start") refresh(client, "drafts.list", "queue.summary");
  if (name === "drafts.remove" || name === "drafts.send") refresh(client, "drafts.list");
  // The rows of a trial are marked as sent from now on.
  if (name === "drafts.send") client.removeQueries({ queryKey: ["drafts.rows"] });
}

/** A new connection's page may open before the list of connections was asked for again. */
function showConnection(client: QueryClient, saved: Connection): void {
  client.setQueryData<readonly Connection[]>(["connections.list", {}], (list) =>
    list === undefined ? list : [...list.filter(({ id }) => id !== saved.id), saved],
  );
}

/** Asks again for every shown answer of these calls. */
export function refresh(client: QueryClient, ...names: readonly CallName[]): void {
  for (const name of names) {
    const queryKey = [name];
    const again = () => client.invalidateQueries({ queryKey }).catch(() => undefined);
    void again();
    // A first answer on its way may be older than the change, and the client does not repeat it.
    const first = client.getQueryCache().findAll({
      queryKey,
      predicate: ({ state }) => state.fetchStatus === "fetching" && state.data === undefined,
    });
    for (const { promise } of first) promise?.then(again, () => undefined);
  }
}
