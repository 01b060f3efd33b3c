import { AppError } from "../../common/errors.ts";
import type { Host } from "../../common/host/host.ts";
import type { Log } from "../../common/log.ts";
import type { Database } from "../../common/sqlite/database.ts";

/** The name in the settings, from before a weak key store was called so. */
const KEY = "weak-protection";

/**
 * Where the system has no key store, an API key is kept only after a person has agreed to it; once
 * is enough for a data folder.
 * @throws AppError weak-key-store
 */
export function requireConsentToWeakKeyStore(
  { db, host, log }: { readonly db: Database; readonly host: Host; readonly log: Log },
  agreed: boolean,
): void {
  if (host.secrets.kind !== "weak") return;
  if (db.prepare("SELECT 1 FROM settings WHERE key = ?").get(KEY) !== undefined) return;
  if (!agreed) throw new AppError("weak-key-store", { detail: host.secrets.backend });
  db.prepare("INSERT INTO settings (key, value) VALUES (?, ?)").run(
    KEY,
    JSON.stringify({ agreedAt: new Date().toISOString() }),
  );
  log.info("weak-key-store-accepted", { backend: host.secrets.backend });
}
