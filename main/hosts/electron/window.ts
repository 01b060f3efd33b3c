import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from "electron";
import { preloadPath } from "../entries.ts";
import { PAGE_URL } from "./page-address.ts";

/** Everything is said, defaults too: a changed default must not open what is closed here. */
function windowOptions(): BrowserWindowConstructorOptions {
  return {
    width: 1240,
    height: 820,
    minWidth: 820,
    minHeight: 560,
    show: false,
    title: "Loyalty Importer",
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#171a1f" : "#ffffff",
    webPreferences: {
      preload: preloadPath(),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spell checker fetches its dictionaries from a server.
      spellcheck: false,
      disableBlinkFeatures: "Auxclick",
      devTools: !app.isPackaged,
    },
  };
}

/** Opens the window; it shows when the first screen is painted. */
export async function openWindow(): Promise<void> {
  const window = new BrowserWindow(windowOptions());
  window.once("ready-to-show", () => window.show());
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit" && !window.isDestroyed()) window.reload();
  });
  await window.loadURL(PAGE_URL);
}

/** Brings the window to the front, or opens it again where it was closed. */
export async function showWindow(): Promise<void> {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return openWindow();
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
