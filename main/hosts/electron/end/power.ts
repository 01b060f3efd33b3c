import { powerMonitor, powerSaveBlocker } from "electron";
import type { QueueSummary } from "../../../../preload/types.ts";
import type { App } from "../../../app/app-port.ts";

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
