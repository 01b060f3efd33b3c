import { BrowserWindow } from "electron";
import { EVENT_CHANNEL } from "../../../preload/channels.ts";
import type { AppEvent } from "../../../preload/types.ts";

/** The one place where events leave for the page. */
export function emitToPage(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  }
}
