import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import type { CallName } from "../../preload/contract.ts";
import type { AppEvent, CheckState, Draft } from "../../preload/types.ts";
import { getBridge } from "../host/bridge.ts";
import { firstPaint } from "../kit/after-first-screen.ts";
import { keepError } from "../kit/messages/show-error.tsx";
import { useStable } from "../kit/use-stable.ts";
import { CallError, callMain } from "./call.ts";
import { followOtherTabs } from "./other-tabs.ts";
import { isPasswordError } from "./password-question.ts";
import { refresh } from "./store-result.ts";

type OpenFailed = Extract<AppEvent, { readonly kind: "open-failed" }>;

/** The window notices first that the network is back, and tells the queue. */
export function useNetworkBack(): void {
  useEffect(() => {
    // Where the program has ended, nobody hears this, and that does no harm.
    const tell = () => void getBridge().call("app.networkBack", {});
    addEventListener("online", tell);
    return () => removeEventListener("online", tell);
  }, []);
}

/** Looks at the files again when a person comes back: another program may have changed them. */
export function useFilesCurrent(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => refresh(client, "drafts.get", "drafts.list", "files.recent");
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [client]);
}

/** Keeps every answer current: the one place that says which event touches which call. */
export function useAppEvents(): void {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  useEffect(() => followOtherTabs(client), [client]);
  // Heard without a gap: what is told while the window listens anew is lost.
  const hear = useStable((event: AppEvent) => {
    if (event.kind === "open-draft") navigate(`/import/${event.draftId}/file`);
    if (event.kind === "open-failed") openLocked(event).then(navigate, keepError);
    if (event.kind === "show") navigate(`/${event.screen}`);
    applyEvent(client, event);
  });
  useEffect(() => {
    let end: (() => void) | null = null;
    let isOver = false;
    void firstPaint().then(() => {
      if (!isOver) end = getBridge().subscribe(hear);
    });
    return () => {
      isOver = true;
      end?.();
    };
  }, [hear]);
}

/** Opens a list that could not be opened only for its password; throws any other error. */
async function openLocked({ error, fileId }: OpenFailed): Promise<string> {
  if (!isPasswordError(error)) throw new CallError(error);
  const draft = await callMain("drafts.create", { fileId });
  return `/import/${draft.id}/${draft.step}`;
}

function applyEvent(client: QueryClient, event: AppEvent): void {
  if (event.kind === "draft") showCheck(client, event.draftId, event.check);
  if (event.kind === "restored") client.invalidateQueries().catch(() => undefined);
  refresh(client, ...touched(event));
}

function showCheck(client: QueryClient, draftId: number, check: CheckState): void {
  client.setQueryData<Draft>(["drafts.get", { draftId }], (draft) =>
    draft === undefined ? draft : { ...draft, check },
  );
}

function touched(event: AppEvent): readonly CallName[] {
  switch (event.kind) {
    case "queue":
      return ["queue.summary", "queue.list", "queue.last", "batches.rows", "connections.list"];
    case "connections":
      return [
        "connections.list",
        "connections.proposed",
        "connections.customFields",
        "connections.campaignNames",
      ];
    case "drafts":
    case "open-draft":
      return ["drafts.list", "connections.proposed"];
    case "mappings":
      return ["mappings.list", "mappings.get"];
    case "alerts":
      return ["app.alerts"];
    case "settings":
      return ["settings.get", "app.alerts"];
    case "undo":
      return [
        "undo.state",
        "undo.plan",
        "undo.steps",
        "history.get",
        "history.list",
        "history.batch",
        "batches.rows",
        "practice.customers",
      ];
    case "import":
      return [
        "drafts.get",
        "history.list",
        "history.get",
        "history.batch",
        "history.generated",
        "history.rows",
        "queue.last",
        "queue.list",
        "queue.summary",
        // Wrong credentials hold a connection.
        "connections.list",
        "practice.customers",
      ];
    case "show":
    case "open-failed":
    case "restored":
      return [];
    case "draft":
      return event.check.kind === "running"
        ? []
        : ["drafts.get", "drafts.preview", "drafts.rows", "drafts.problems"];
  }
}
