import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createApp } from "../../../main/app/app.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { serveCalls } from "../../../main/hosts/electron/page/calls.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { openWindow } from "../../../main/hosts/electron/window/window.ts";
import { openUploads } from "../../../main/hosts/window/uploads.ts";
import type { Bridge } from "../../../preload/bridge.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "../electron/stand-in/index.ts";
import type { OpenedWindow } from "./window.ts";

/** The preload script's bridge against the Electron host, over the stand-in for its module. */
export async function openElectron(): Promise<OpenedWindow> {
  const dir = tempDir();
  const dataDir = join(dir, "data");
  told.saveTo = join(dir, "saved");
  const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
    dataDir,
  });
  const uploads = await openUploads(dataDir);
  void serveCalls(Promise.resolve({ services: app, uploads }));
  await import("../../../preload/index.ts");
  await openWindow(dataDir, () => undefined);
  return {
    bridge: told.exposed.get("loyalty") as Bridge,
    dataDir,
    drop(path) {
      const file = new File([], basename(path));
      told.filePaths.set(file, path);
      return file;
    },
    saved: async () => readFileSync(told.saveTo ?? "", "utf8"),
    async close() {
      await app.close();
      await uploads.close();
    },
  };
}
