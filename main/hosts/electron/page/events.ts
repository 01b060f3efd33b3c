import { BrowserWindow } from "electron";
import { EVENT_CHANNEL } from "../../../../preload/channels.ts";
import type { AppEvent } from "../../../../preload/types.ts";
import { isPageUrl } from "./page-address.ts";

/** The one place where events leave for the page; nobody else is told. */
export function emitToPage(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (window.isDestroyed() || !isPageUrl(window.webContents.getURL())) continue;
    window.webContents.send(EVENT_CHANNEL, event);
  }
}
