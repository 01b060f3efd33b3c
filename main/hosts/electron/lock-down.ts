import { app, type Session, type WebContents } from "electron";
import { openAllowedLink } from "./links.ts";
import { isPageUrl } from "./page-address.ts";

/** The one right the page has: "Copy details" writes text to the clipboard. */
const GRANTED: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

/** Closes every way out of the page that Electron leaves open by itself. */
export function lockDown(session: Session): void {
  denyPermissions(session);
  denyNetwork(session);
  session.on("will-download", (event) => event.preventDefault());
  app.on("web-contents-created", (_event, contents) => lockNavigation(contents));
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(GRANTED.has(permission) && isPageUrl(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.has(permission) && isPageUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
}

/** The page talks to nobody but us; requests to the API leave from the main process. */
function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const own = isPageUrl(details.url) || /^(devtools|data):/.test(details.url);
    decide({ cancel: !own });
  });
}

function lockNavigation(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openAllowedLink(url);
    return { action: "deny" };
  });
}
