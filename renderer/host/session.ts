/** What the loopback host hands out with the page; null in Electron, whose window needs none. */
interface PageSession {
  /** null but in the page from the one-time address, which is answered only once. */
  readonly key: string | null;
  /** The sentence that is shown to a browser without a key. */
  readonly refusal: string;
}

/** Name in the browser's storage of this origin (host and port), which a second tab shares. */
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

/** Headers that every request to the loopback host must have. */
export function signedHeaders(): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${localStorage.getItem(STORED) ?? ""}` };
}
