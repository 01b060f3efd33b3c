import { app, type BrowserWindow, dialog } from "electron";
import { AppError } from "../../../common/errors.ts";

const SPAN_MS = 60_000;
const MOST = 3;

/** A page that has ended comes again; one that ends again and again ends the program in words. */
export function reloadAfterCrash(window: BrowserWindow): void {
  let crashes: readonly number[] = [];
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < SPAN_MS), now];
    if (crashes.length <= MOST) {
      window.reload();
      return;
    }
    dialog.showErrorBox(app.name, new AppError("window-keeps-ending").message);
    // The window is destroyed and not closed: closing asks the page first, and there is none left.
    window.destroy();
    app.quit();
  });
}
