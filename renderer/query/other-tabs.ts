import type { QueryClient } from "@tanstack/react-query";
import type { CallName } from "../../preload/contract.ts";

/** One channel object for a tab: a tab does not hear what it posts through its own. */
const tabs = new BroadcastChannel("drafts");

/** Has the browser's other tabs ask again for drafts, after a call that changes or undoes one. */
export function tellOtherTabs(name: CallName): void {
  if (name.startsWith("drafts.") || name.startsWith("undo.")) tabs.postMessage(name);
}

/** @returns ends it */
export function followOtherTabs(client: QueryClient): () => void {
  const hear = () => {
    const ofDrafts = ({ queryKey: [name] }: { readonly queryKey: readonly unknown[] }) =>
      String(name).startsWith("drafts.");
    client.invalidateQueries({ predicate: ofDrafts }).catch(() => undefined);
  };
  tabs.addEventListener("message", hear);
  return () => tabs.removeEventListener("message", hear);
}
