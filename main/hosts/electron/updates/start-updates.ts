import { app } from "electron";
import type { App } from "../../../app/app-port.ts";
import type { Host } from "../../../common/host/host.ts";
import { t } from "../../../common/text.ts";
import { readPolicy } from "../../../features/settings/policy/read-policy.ts";
import { canVerifyUpdates, createUpdates, type Updates } from "./updates.ts";

/** Null where no administrator has named a feed, or where a signature would not be verified. */
export async function startUpdates(
  services: App,
  host: Pick<Host, "notify">,
): Promise<Updates | null> {
  const feed = readPolicy().updates?.feed;
  if (feed === undefined || !app.isPackaged) return null;
  if (!canVerifyUpdates(process.platform, process.resourcesPath, process.env)) return null;
  // Loaded only where it is used: it takes longer than all the rest of the start.
  const { default: updaters } = await import("electron-updater");
  const updates = createUpdates({
    updater: updaters.autoUpdater,
    feed,
    isSending: () => services.queueSummary().counts.sending > 0,
    onReady: (version) => host.notify(app.name, t("words:update-ready", { version })),
    onTrouble: (detail) => process.stderr.write(`Updates: ${detail}\n`),
  });
  updates.start();
  return updates;
}
