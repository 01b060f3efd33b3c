import { app } from "electron";
import type { App } from "../app-port.ts";
import { failInWindow } from "./fail-in-window.ts";

/**
 * Batches on their way are brought to an end, the database is closed, an update that is ready is
 * installed, then the process goes.
 * @param install whether an installer goes to work and ends the program by itself; it says when it
 * cannot after all
 */
export function closeBeforeQuit(services: App, install: (failed: () => void) => boolean): void {
  let closing = false;
  let installing = false;
  app.on("will-quit", (event) => {
    // An installer ends the program by itself, through here again.
    if (installing) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    // An installer ends every process of the program: not under a command line that sends.
    const elsewhere = services.queueSummary().sender === "elsewhere";
    services.close().then(() => {
      installing = true;
      // Without a window and without data it must not stay, or no later start would get past it.
      if (elsewhere || !install(() => app.exit(0))) app.exit(0);
    }, failInWindow);
  });
}
