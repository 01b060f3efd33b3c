import { Readable } from "node:stream";
import { type ProtocolRequest, type ProtocolResponse, protocol } from "electron";
import type { WindowFiles } from "../../window/window-files.ts";
import { isPageUrl, isWindowPage, PAGE_SCHEME } from "./page-address.ts";

/** Chromium's own number of a load that failed. */
const FAILED = -2;

/** Has to run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built window's files, with the policy's headers, and nothing else. Not by
 * `protocol.handle`: its requests and responses have Node load its whole HTTP client first, and the
 * window would be drawn that much later.
 * @returns comes when the page has been handed the first of the files that it names
 */
export function servePage(files: WindowFiles): Promise<void> {
  const handed = Promise.withResolvers<void>();
  protocol.registerStreamProtocol(PAGE_SCHEME, (request, answer) => {
    respond(files, request).then(
      (response) => {
        answer(response);
        if (!isWindowPage(request.url)) handed.resolve();
      },
      () => answer({ error: FAILED }),
    );
  });
  return handed.promise;
}

async function respond(
  files: WindowFiles,
  { method, url }: ProtocolRequest,
): Promise<ProtocolResponse> {
  const isOurs = method === "GET" && isPageUrl(url);
  const file = isOurs ? await files.read(new URL(url).pathname) : null;
  if (file === null) return { statusCode: 404, data: Readable.from([]) };
  const { body, headers } = file;
  const pieces = body instanceof Uint8Array ? [body] : body;
  return { statusCode: 200, headers: { ...headers }, data: Readable.from(pieces) };
}
