import type { QueryClient } from "@tanstack/react-query";
import type { CallName } from "../../preload/contract.ts";

/** One for all: who tells does not hear it. */
const tabs = new BroadcastChannel("drafts");

/** What a draft is made of, or taken back by, is shown anew in a browser's other tabs. */
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
