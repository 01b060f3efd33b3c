import { app, type BrowserWindow, dialog } from "electron";
import { t } from "../../text.ts";
import type { App } from "../app-port.ts";
import type { Ending } from "./power.ts";
import { openBatches } from "./queue-signs.ts";

/**
 * Closing the window ends sending (on macOS quitting does): where batches wait, the user hears
 * that they go out at the next start, and may think better of it. The system's own end of the
 * session is never held up.
 */
export function askBeforeClosing(
  window: BrowserWindow,
  services: Pick<App, "queueSummary">,
  ending: Ending,
): void {
  let quitting = false;
  let agreed = false;
  const quit = () => {
    quitting = true;
  };
  app.on("before-quit", quit);
  window.on("query-session-end", () => {
    agreed = true;
  });
  window.once("closed", () => app.off("before-quit", quit));
  window.on("close", (event) => {
    const ends = process.platform !== "darwin" || quitting;
    if (agreed || ending.asked || !ends) return;
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
}

async function ask(window: BrowserWindow, open: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "info",
    title: app.name,
    message: t("words:closing.message", { count: open }),
    detail: t("words:closing.detail"),
    buttons: [t("words:closing.close"), t("words:closing.stay")],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
