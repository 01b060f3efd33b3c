import { app, BrowserWindow, screen } from "electron";
import type { Screen } from "../../../../preload/types.ts";
import { preloadPath } from "../../../common/host/entries.ts";
import { isWindowPage, PAGE_URL } from "../page/page-address.ts";
import { reloadAfterCrash } from "../page/page-crash.ts";
import { offerEditing } from "./context-menu.ts";
import { backgroundColor } from "./theme.ts";
import { placeOf, readWindowState, rememberWindow } from "./window-state.ts";

/** Chromium's own number of a load that another one has taken the place of. */
const ABORTED = -3;

/** Opens the window, on a screen or on its first; it shows when that is painted. */
export async function openWindow(
  dataDir: string,
  setUp: (window: BrowserWindow) => void,
  screenName: Screen | null = null,
): Promise<void> {
  const state = readWindowState(dataDir);
  const place = placeOf(state, screen.getAllDisplays());
  // Everything is said, defaults too: a changed default must not open what is closed here.
  const window = new BrowserWindow({
    width: 1240,
    height: 820,
    minWidth: 820,
    minHeight: 560,
    ...place,
    show: false,
    title: "Loyalty Importer",
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload: preloadPath(),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      plugins: false,
      enableWebSQL: false,
      enableDeprecatedPaste: false,
      webgl: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      // The spell checker fetches its dictionaries from a server.
      spellcheck: false,
      disableBlinkFeatures: "Auxclick",
      devTools: !app.isPackaged,
    },
  });
  rememberWindow(window, dataDir);
  setUp(window);
  // The title is ours: it also says how many batches wait.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  reloadAfterCrash(window);
  comeBack(window);
  offerEditing(window);
  const there = pageIsThere(window);
  // What becomes of it is told by its events, as of every later load.
  window.loadURL(`${PAGE_URL}#/${screenName ?? "import"}`).catch(() => undefined);
  await there;
}

/** Nobody is asked before a page goes to "about:blank", where it would stay. */
function comeBack({ webContents }: BrowserWindow): void {
  webContents.on("did-navigate", (_event, url) => {
    if (!isWindowPage(url)) webContents.loadURL(PAGE_URL).catch(() => undefined);
  });
}

/** Waits for the first page; one whose window closes meanwhile, or that is loaded again, has not failed. */
function pageIsThere(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.once("closed", resolve);
    window.webContents.once("did-finish-load", resolve);
    window.webContents.on("did-fail-load", (_event, code, description, _url, isMainFrame) => {
      if (isMainFrame && code !== ABORTED) reject(new Error(description));
    });
  });
}

/** Brings the window to the front, or opens it again where it was closed. */
export async function showWindow(open: () => Promise<void>): Promise<void> {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return open();
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
