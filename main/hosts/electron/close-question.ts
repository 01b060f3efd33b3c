import { app, type BrowserWindow, dialog } from "electron";
import { t } from "../../text.ts";
import type { App } from "../app-port.ts";
import type { Ending } from "./power.ts";
import { openBatches } from "./queue-signs.ts";

/**
 * Closing the window ends sending (on macOS quitting does): where batches wait, the user hears
 * that they go out at the next start, and may think better of it; so too where the page has entries
 * that are not saved. The system's own end of the session is never held up.
 */
export function askBeforeClosing(
  window: BrowserWindow,
  services: Pick<App, "queueSummary">,
  ending: Ending,
): void {
  let quitting = false;
  let agreed = false;
  let ends = false;
  const quit = () => {
    quitting = true;
  };
  app.on("before-quit", quit);
  window.on("query-session-end", () => {
    ends = true;
  });
  window.once("closed", () => app.off("before-quit", quit));
  window.on("close", (event) => {
    const endsSending = process.platform !== "darwin" || quitting;
    if (agreed || ends || ending.asked || !endsSending) return;
    const open = openBatches(services.queueSummary());
    if (open === 0) return;
    event.preventDefault();
    quitting = false;
    void ask(window, open).then((close) => {
      if (!close) return;
      agreed = true;
      app.quit();
    });
  });
  window.webContents.on("will-prevent-unload", (event) => {
    // Prevented is what the page wanted: that the window stays.
    if (ends || ending.asked || loseEntries(window)) event.preventDefault();
    else agreed = quitting = false;
  });
}

function loseEntries(window: BrowserWindow): boolean {
  const message = t("words:closing.unsaved");
  const detail = t("words:closing.unsaved-detail");
  return dialog.showMessageBoxSync(window, { ...question(), message, detail }) === 0;
}

async function ask(window: BrowserWindow, open: number): Promise<boolean> {
  const message = t("words:closing.message", { count: open });
  const detail = t("words:closing.detail");
  const { response } = await dialog.showMessageBox(window, { ...question(), message, detail });
  return response === 0;
}

/** The first answer closes; Enter and Esc stay. */
function question() {
  return {
    type: "info" as const,
    title: app.name,
    buttons: [t("words:closing.close"), t("words:closing.stay")],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
}
