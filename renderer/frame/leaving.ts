import { navigate, useHashLocation } from "wouter/use-hash-location";

/** Asks the person; `go` goes on to where they wanted to. */
type Ask = (go: () => void) => void;
type Navigate = typeof navigate;

let asking: Ask | null = null;

const leave: Navigate = (...where) => {
  const go = () => navigate(...where);
  if (asking === null) go();
  else asking(go);
};

/** The address of the screen; a screen that holds what is not saved is asked before it is left. */
export function useAddress(): [string, Navigate] {
  const [place] = useHashLocation();
  return [place, leave];
}

/**
 * From now on the screen is left only where `ask` says so, also by the back button.
 * @returns ends it
 */
export function askBeforeLeaving(ask: Ask): () => void {
  const here = location.href;
  // The browser tells of going back only afterwards, but before anything new is drawn.
  const back = () => {
    const { href, hash } = location;
    if (href === here) return;
    history.pushState(null, "", here);
    ask(() => navigate(hash));
  };
  addEventListener("popstate", back);
  asking = ask;
  return () => {
    removeEventListener("popstate", back);
    if (asking === ask) asking = null;
  };
}

/** Leaves without a question: the person has confirmed it, or everything is saved. */
export function leaveFreely(go: () => void): void {
  asking = null;
  go();
}
