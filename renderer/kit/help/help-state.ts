import type { HelpPage } from "./help-pages.ts";
import type { HelpWord } from "./help-words.ts";

/** What of the help is open: a page, and a heading of it; null where it is closed. */
export interface HelpPlace {
  readonly page: HelpPage;
  readonly anchor?: string;
  /** A word on the page that explains words. */
  readonly word?: HelpWord;
}

let place: HelpPlace | null = null;
/** What had the focus when the help was opened, and gets it back. */
let opener: Element | null = null;
const listeners = new Set<() => void>();

export function showHelp(next: HelpPlace | null): void {
  if (place === null && next !== null) opener = document.activeElement;
  if (place !== null && next === null) giveFocusBack();
  place = next;
  for (const listener of listeners) listener();
}

function giveFocusBack(): void {
  const back = opener;
  opener = null;
  requestAnimationFrame(() => {
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  });
}

export const helpPlace = (): HelpPlace | null => place;

export function onHelp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
