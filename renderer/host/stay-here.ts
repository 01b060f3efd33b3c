import { setReachable } from "./reachable.ts";

/** Milliseconds after which a program that has not answered is taken to have ended. */
const ANSWER_MS = 4000;

/**
 * No policy of a page forbids that a script in it leads the browser elsewhere, with data in the
 * address. Where the browser tells of it beforehand, it is stopped; Electron's main process stops it
 * in any case. What a person types into the address bar is not told and goes on.
 */
export function stayHere(): void {
  let answers = false;
  window.navigation?.addEventListener("navigate", (event) => {
    if (!event.cancelable) return;
    const isOwn = new URL(event.destination.url).origin === location.origin;
    if (!isOwn) event.preventDefault();
    if (event.navigationType !== "reload" || window.loyalty !== undefined || answers) return;
    // Reloaded after its program has ended, the page would give way to an error of the browser.
    event.preventDefault();
    void isAnswered().then((isThere) => {
      setReachable(isThere);
      if (!isThere) return;
      answers = true;
      location.reload();
    });
  });
}

async function isAnswered(): Promise<boolean> {
  try {
    const page = { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) } as const;
    return (await fetch("/", page)).ok;
  } catch {
    return false;
  }
}
