/** The window's own scheme: neither `file:` (which reads any file) nor http (which anyone can speak). */
export const PAGE_SCHEME = "app";
const PAGE_HOST = "window";
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/** The page itself, on whichever of its screens. */
export function isWindowPage(address: string): boolean {
  return isPageUrl(address) && new URL(address).pathname === "/";
}

/** Whether an address is of the window's own pages. */
export function isPageUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST;
}
