import { BrowserWindow, nativeTheme } from "electron";
import type { Settings } from "../../../../preload/types.ts";

/** What the system draws (title bar, menus, boxes) is as light or dark as the page. */
export function followTheme({ theme }: Pick<Settings, "theme">): void {
  nativeTheme.themeSource = theme;
  // A window may be there already, and not shown.
  for (const window of BrowserWindow.getAllWindows()) {
    window.setBackgroundColor(backgroundColor());
  }
}

/** What a window shows until its page is drawn. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? "#171a1f" : "#ffffff";
}
