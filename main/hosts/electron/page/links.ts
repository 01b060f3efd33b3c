import { shell } from "electron";

/**
 * Addresses outside the program that a link may open, in the user's browser: exact origin, and a
 * path that the link's begins with. The window links nowhere yet, so nothing is allowed.
 */
const ALLOWED: readonly { readonly origin: string; readonly path: string }[] = [];

export function isAllowedLink(address: string, allowed = ALLOWED): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
  return allowed.some((each) => url.origin === each.origin && url.pathname.startsWith(each.path));
}

export function openAllowedLink(address: string): void {
  if (!isAllowedLink(address)) return;
  shell.openExternal(address).catch((error: unknown) => {
    process.stderr.write(`A link could not be opened: ${String(error)}\n`);
  });
}
