import { VisuallyHidden } from "@mantine/core";
import { useSyncExternalStore } from "react";

let text = "";
const listeners = new Set<() => void>();

/** Has a screen reader say something, when it has finished what it is saying. */
export function announce(words: string): void {
  if (words === text) return;
  text = words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Holds what is announced; the frame has it once. */
export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => text);
  return <VisuallyHidden aria-live="polite">{words}</VisuallyHidden>;
}
