import { app } from "electron";
import type { App } from "../../../app/app-port.ts";
import { failInWindow } from "../start/fail-in-window.ts";
import type { OneWindow } from "../start/one-window.ts";
import type { Updates } from "../updates/updates.ts";
import type { Ending } from "./ending.ts";

export interface Closing {
  /** The services, which may still be opening. */
  readonly opening: Promise<Pick<App, "close" | "queueSummary">>;
  readonly updates: () => Pick<Updates, "isReady" | "install"> | null;
  readonly doors: Pick<OneWindow, "waits" | "open" | "leave" | "filesLeft">;
  readonly ending: Pick<Ending, "asked">;
  /** What a start on this data folder is called with. */
  readonly words: readonly string[];
}

/**
 * Batches on their way are brought to an end, the database is closed, an update that is ready is
 * installed, then the process goes. Where somebody has asked for the window while it closed, it
 * opens again in place of all that; a start that comes later is a program of its own.
 * @returns whether the end has begun
 */
export function closeBeforeQuit(closing: Closing): () => boolean {
  const { doors, ending } = closing;
  // An error at opening is told by the start.
  closing.opening.catch(() => undefined);
  let begun = false;
  let installing = false;
  app.on("will-quit", (event) => {
    // An installer ends the program by itself, through here again.
    if (installing) return;
    event.preventDefault();
    if (begun) return;
    if (doors.waits && !ending.asked) {
      doors.open();
      return;
    }
    begun = true;
    doors.leave();
    close().catch(failInWindow);
  });

  async function close(): Promise<void> {
    const services = await closing.opening.catch(() => null);
    // The start itself says why there are none, and ends.
    if (services === null) return;
    // An installer ends every process of the program: not under a command line that sends.
    const elsewhere = services.queueSummary().sender === "elsewhere";
    await services.close();
    installing = true;
    const files = doors.filesLeft();
    if (files !== null) app.relaunch({ args: [...closing.words, ...files] });
    // Without a window and without data it must not stay.
    else if (!elsewhere && install()) return;
    app.exit(0);
  }

  /** Nor under a window that was opened meanwhile. */
  function install(): boolean {
    const updates = closing.updates();
    if (updates?.isReady !== true || !app.requestSingleInstanceLock()) return false;
    return updates.install(() => app.exit(0));
  }

  return () => begun;
}
