import { app, powerMonitor, powerSaveBlocker } from "electron";
import type { QueueSummary } from "../../../preload/types.ts";
import type { App } from "../app-port.ts";

/**
 * Before sleep nothing new is sent. After it and after unlocking the network is usually back a
 * moment before anyone says so. The page tells of the network itself, by the browser's own event.
 */
export function followPower(services: Pick<App, "networkBack" | "fallAsleep">): void {
  powerMonitor.on("suspend", () => services.fallAsleep());
  for (const event of ["resume", "unlock-screen"] as const) {
    powerMonitor.on(event as "resume", () => services.networkBack());
  }
}

/** The computer does not fall asleep by itself while a batch is on its way. */
export function keepAwakeWhileSending(): (summary: QueueSummary) => void {
  let blocker: number | null = null;
  return ({ counts }) => {
    if (counts.sending > 0) {
      blocker ??= powerSaveBlocker.start("prevent-app-suspension");
    } else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}

/** Whether the system is going down: nobody is asked anything then. */
export interface Ending {
  /** Quits without a question. */
  now(): void;
  readonly asked: boolean;
}

export function watchEnding(): Ending {
  let asked = false;
  const ending: Ending = {
    now() {
      asked = true;
      app.quit();
    },
    get asked() {
      return asked;
    },
  };
  powerMonitor.on("shutdown", () => ending.now());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => ending.now());
  }
  return ending;
}
