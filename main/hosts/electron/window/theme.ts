import { BrowserWindow, nativeTheme } from "electron";
import type { App } from "../../../app/app-port.ts";
import { openingSettings } from "../../window/opening-settings.ts";

/** What the system draws (title bar, menus, boxes) is as light or dark as the page. */
export async function followTheme(services: Pick<App, "answer">): Promise<void> {
  nativeTheme.themeSource = (await openingSettings(services)).theme;
  // A window may be there already, and not shown.
  for (const window of BrowserWindow.getAllWindows()) {
    window.setBackgroundColor(backgroundColor());
  }
}

/** What a window shows until its page is drawn. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? "#171a1f" : "#ffffff";
}
