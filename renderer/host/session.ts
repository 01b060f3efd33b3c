/** What the loopback host hands out with the page; null in Electron, whose window needs none. */
interface PageSession {
  /** Only in the one answer to the one-time address. */
  readonly key: string | null;
  /** The sentence for a browser that has no key. */
  readonly refusal: string;
}

/** Of this origin alone, to which the port belongs; a second tab finds it there too. */
const STORED = "session";

/**
 * Takes the session that came with the page, and its address off the address bar and this tab's
 * history. @returns why there is no window for this browser, or null where there is one
 */
export function takeSession(): string | null {
  const element = document.getElementById("session");
  const session = JSON.parse(element?.textContent ?? "null") as PageSession | null;
  element?.remove();
  if (session === null) return null;
  if (session.key !== null) localStorage.setItem(STORED, session.key);
  if (localStorage.getItem(STORED) === null) return session.refusal;
  if (location.search !== "") history.replaceState(null, "", location.pathname + location.hash);
  return null;
}

/** What every request to the loopback host bears. */
export function signedHeaders(): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${localStorage.getItem(STORED) ?? ""}` };
}
