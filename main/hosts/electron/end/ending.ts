import { app, BrowserWindow, powerMonitor } from "electron";
import { hearSignals } from "../../node/end-on-signals.ts";
import { showNoBoxes } from "../start/fail-in-window.ts";
import type { OneWindow } from "../start/one-window.ts";

/** A page that hangs cannot be asked to go. */
const PAGE_MS = 3000;

/** Whether the system, or a signal, ends the program: nobody is asked anything then. */
export interface Ending {
  /** Quits without a question. */
  now(): void;
  readonly asked: boolean;
}

/** To be called as soon as Electron is ready, which then has put its own answer to signals in place. */
export function watchEnding(doors: Pick<OneWindow, "leave">): Ending {
  let asked = false;
  const ending: Ending = {
    now() {
      if (asked) return;
      asked = true;
      doors.leave();
      showNoBoxes();
      app.quit();
      setTimeout(() => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
      }, PAGE_MS).unref();
    },
    get asked() {
      return asked;
    },
  };
  powerMonitor.on("shutdown", () => ending.now());
  hearSignals(
    () => ending.now(),
    () => app.exit(1),
  );
  return ending;
}
