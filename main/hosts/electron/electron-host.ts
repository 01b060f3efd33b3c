import { Notification, shell } from "electron";
import { AppError } from "../../errors.ts";
import type { Host } from "../host.ts";
import { emitToPage } from "./events.ts";
import { saveByDialog } from "./save-file.ts";
import { createElectronSecrets } from "./secrets.ts";
import { createElectronTransport } from "./transport.ts";
import { utilityFork } from "./utility-fork.ts";

/** To be called when Electron is ready. */
export function createElectronHost(dataDir: string): Host {
  return {
    kind: "electron",
    secrets: createElectronSecrets(dataDir),
    transport: createElectronTransport(),
    fork: utilityFork,
    saveFile: saveByDialog,
    notify(title, body) {
      if (Notification.isSupported()) new Notification({ title, body }).show();
    },
    async openFolder(path) {
      const problem = await shell.openPath(path);
      if (problem !== "")
        throw new AppError("folder-not-opened", { params: { path }, detail: problem });
    },
    emit: emitToPage,
  };
}
