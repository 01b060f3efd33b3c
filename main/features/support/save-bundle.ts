import { writeFile } from "node:fs/promises";
import type { SavedFile } from "../../../preload/types.ts";
import type { Host } from "../../common/host/host.ts";
import type { Log } from "../../common/log.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";
import { supportBundle } from "./bundle.ts";

/** Gives the user one readable JSON file for support. */
export async function saveSupportBundle({
  db,
  host,
  log,
  dataDir,
}: {
  readonly db: Database;
  readonly host: Pick<Host, "kind" | "secrets" | "saveFile">;
  readonly log: Log;
  readonly dataDir: string;
}): Promise<SavedFile> {
  const { kind, backend } = host.secrets;
  const bundle = supportBundle(db, {
    logDir: log.dir,
    host: host.kind,
    protection: { kind, backend },
  });
  const path = outgoingPath(dataDir, "json");
  await writeFile(path, `${JSON.stringify(bundle, null, 2)}\n`, { mode: 0o600 });
  return host.saveFile(
    path,
    `loyalty-importer-support-${new Date().toISOString().slice(0, 10)}.json`,
  );
}
