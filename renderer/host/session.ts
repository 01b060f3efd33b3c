/** What the loopback host hands out with the page; null in Electron, whose window needs none. */
interface PageSession {
  /** null but in the page from the one-time address, which is answered only once. */
  readonly key: string | null;
  /** The sentence that is shown to a browser without a key. */
  readonly refusal: string;
}

/** Name in the browser's storage of this origin (host and port), which a second tab shares. */
const STORED = "session";

/** The key that came with this page, until it is stored: the storage is read from the disk first. */
let fresh: string | null = null;

/** The place of the first screen: without it the router would draw once more to get there. */
const FIRST = "#/import";

/**
 * Takes the session that came with the page, and its address off the address bar and this tab's
 * history, and gives the page its place.
 * @returns why there is no window for this browser, or null where there is one
 */
export function takeSession(): string | null {
  const element = document.getElementById("session");
  const session = JSON.parse(element?.textContent ?? "null") as PageSession | null;
  element?.remove();
  if (session !== null) {
    fresh = session.key;
    if (fresh === null && localStorage.getItem(STORED) === null) return session.refusal;
  }
  const { search, pathname, hash } = location;
  // Once for both: each tells the browser, and waits for it.
  if (search !== "" || hash === "") history.replaceState(null, "", pathname + (hash || FIRST));
  return null;
}

/** For a second tab, and for this one when it is loaded again; once there is something to see. */
export function storeSession(): void {
  if (fresh !== null) localStorage.setItem(STORED, fresh);
  fresh = null;
}

/** Headers that every request to the loopback host must have. */
export function signedHeaders(): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${fresh ?? localStorage.getItem(STORED) ?? ""}` };
}
