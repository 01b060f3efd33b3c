import { protocol } from "electron";
import type { WindowFiles } from "../../window/window-files.ts";
import { isPageUrl, PAGE_SCHEME } from "./page-address.ts";

/** Has to run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window's files, with the policy's headers, and nothing else. */
export function servePage(files: WindowFiles): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const file =
      request.method === "GET" && isPageUrl(request.url)
        ? await files.read(new URL(request.url).pathname)
        : null;
    return file === null
      ? new Response(null, { status: 404 })
      : new Response(file.body, { headers: { ...file.headers } });
  });
}
