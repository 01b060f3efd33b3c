import type { AppInfo } from "../../preload/types.ts";
import { VERSION } from "../common/version.ts";
import type { Services } from "./services.ts";

/** What "About" and the connections page show of this installation. */
export function appInfo({ host, db, dataDir, log, policy }: Services): AppInfo {
  const { electron, chrome, node } = process.versions;
  const sqlite = db.prepare("SELECT sqlite_version()").pluck().get();
  return {
    version: VERSION,
    host: host.kind === "electron" ? "electron" : "browser",
    dataDir,
    logDir: log.dir,
    keyProtection: { kind: host.secrets.kind, backend: host.secrets.backend },
    versions: {
      ...(electron === undefined ? {} : { Electron: electron }),
      ...(chrome === undefined ? {} : { Chromium: chrome }),
      "Node.js": node,
      SQLite: String(sqlite),
    },
    policy: { source: policy.source, locked: policy.locked ?? [] },
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}
