import { notifications } from "./shown.ts";
import { state } from "./state.ts";
import { processes } from "./utility-process.ts";
import { windows } from "./window.ts";

/**
 * Stands in for the `electron` module where the real one (test/electron) cannot show a thing: what
 * macOS and Windows have (dock, jump list, the end of a session, a key store that is the only one),
 * what the system refuses (no key store, no folder to save in, a lock that another session has),
 * what comes in an order or at a moment that nobody can choose (a start that fails before Electron
 * is ready, an update while the window closes), what it was told and does not tell again (rights of
 * the scheme, settings of the window, permissions that no page here can ask for). Behaves as
 * Electron's documentation says for that, and keeps what it was told so that tests can look.
 */
export const told = Object.assign(state, { notifications, processes, windows });

export { app } from "./app.ts";
export { contextBridge, protocol, session, webUtils } from "./page.ts";
export { safeStorage } from "./safe-storage.ts";
export { dialog, Menu, Notification } from "./shown.ts";
export { KEY_RING, type MenuItem, NO_KEY_RING, type PageAnswer } from "./state.ts";
export {
  crashReporter,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
} from "./system.ts";
export { utilityProcess } from "./utility-process.ts";
export { BrowserWindow, ipcMain, ipcRenderer, WebContents } from "./window.ts";
