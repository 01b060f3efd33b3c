import { Notification, shell } from "electron";
import { AppError } from "../../common/errors.ts";
import type { Host, SecretStore } from "../../common/host/host.ts";
import { printable } from "../../common/printable.ts";
import { createNodeTransport } from "../../pipeline/api/transport/node-transport.ts";
import { emitToPage } from "./page/events.ts";
import { saveByDialog } from "./page/save-file.ts";
import { systemRoutes } from "./system/system-routes.ts";
import { utilityFork } from "./system/utility-fork.ts";

/** Held while they can be clicked: what nobody holds is cleared away, and its click with it. */
const shown = new Set<Notification>();

/**
 * To be called when Electron is ready.
 * @param onNotice what a click on a notification does
 */
export function createElectronHost(
  secrets: SecretStore,
  onNotice: () => void = () => undefined,
): Host {
  return {
    kind: "electron",
    secrets,
    transport: createNodeTransport(systemRoutes),
    fork: utilityFork,
    saveFile: saveByDialog,
    notify(title, body) {
      if (!Notification.isSupported()) return;
      const notice = new Notification({ title: printable(title), body: printable(body) });
      shown.add(notice);
      notice.on("click", onNotice);
      for (const end of ["click", "close", "failed"] as const) {
        notice.on(end as "close", () => shown.delete(notice));
      }
      notice.show();
    },
    async openFolder(path) {
      const problem = await shell.openPath(path);
      if (problem !== "")
        throw new AppError("folder-not-opened", { params: { path }, detail: problem });
    },
    emit: emitToPage,
  };
}
