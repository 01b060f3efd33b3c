import { Notification, shell } from "electron";
import { createNodeTransport } from "../../api/node-transport.ts";
import { AppError } from "../../errors.ts";
import { printable } from "../../printable.ts";
import type { Host, SecretStore } from "../host.ts";
import { emitToPage } from "./events.ts";
import { saveByDialog } from "./save-file.ts";
import { systemRoutes } from "./system-routes.ts";
import { utilityFork } from "./utility-fork.ts";

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
