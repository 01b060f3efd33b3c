import { app, type Session, type WebContents } from "electron";
import { openAllowedLink } from "./links.ts";
import { isPageUrl, isWindowPage } from "./page-address.ts";

/** The one right the page has: "Copy details" writes text to the clipboard. */
const GRANTED: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

/** Closes every way out of the page that Electron leaves open by itself. */
export function lockDown(session: Session): void {
  denyPermissions(session);
  denyNetwork(session);
  session.on("will-download", (event) => event.preventDefault());
  app.on("web-contents-created", (_event, contents) => {
    lockNavigation(contents);
    // Calls between browsers pass neither the policy of a page nor a session's filter.
    contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(isGranted(permission, details.requestingUrl, details.isMainFrame)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isGranted(permission, origin, isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
}

function isGranted(permission: string, asking: string, isMainFrame: boolean): boolean {
  return GRANTED.has(permission) && isMainFrame && isPageUrl(asking);
}

/** The page talks to nobody but us; requests to the API leave from the main process. */
function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const own = isPageUrl(details.url) || /^(devtools|data):/.test(details.url);
    decide({ cancel: !own });
  });
}

function lockNavigation(contents: WebContents): void {
  // The page may load itself again, as "Reload" does; its frames, of which it has none, nothing.
  for (const name of ["will-navigate", "will-frame-navigate"] as const) {
    contents.on(name as "will-frame-navigate", (event) => {
      if (!event.isMainFrame || !isWindowPage(event.url)) event.preventDefault();
    });
  }
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openAllowedLink(url);
    return { action: "deny" };
  });
}
