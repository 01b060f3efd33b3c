import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import type { RowImage } from "../undo-log/row-image.ts";
import type { Vault } from "../vault/vault.ts";
import { type Server, serverKey, serverOf } from "./server.ts";

/** Seals a key together with the server that it was entered for: it opens for no other. */
export function sealApiKey(vault: Vault, key: string, server: Server): Buffer {
  return vault.seal(Buffer.from(key, "utf8"), about(server));
}

/**
 * @param name the connection's, for the error
 * @throws AppError "connection-key-elsewhere" where the key was entered for another server
 */
export function openApiKey(vault: Vault, sealed: Buffer, server: Server, name: string): string {
  try {
    return vault.open(sealed, about(server)).toString("utf8");
  } catch (cause) {
    throw new AppError("connection-key-elsewhere", { params: { name }, cause });
  }
}

function about(server: Server): string {
  return `api-key ${serverKey(server)}`;
}

interface KeyRecord {
  readonly id: number;
  readonly url: string;
  readonly account_id: string;
  readonly sealed_key: Buffer;
}

interface EntryRecord {
  readonly group_id: number;
  readonly seq: number;
  readonly sealed_payload: Buffer;
}

/** Remembers that all keys of a data folder are bound. */
const BOUND = "api-keys-bound";

/**
 * Once a data folder: binds the keys that earlier versions sealed by themselves to the address and
 * account that they stand beside, and takes copies of keys out of the undo log.
 */
export function bindApiKeys(db: Database, vault: Vault): void {
  const isBound = column<[string], 1>(db, "SELECT 1 FROM settings WHERE key = ?");
  if (isBound.get(BOUND) !== undefined) return;
  const work = db.transaction(() => {
    if (isBound.get(BOUND) !== undefined) return;
    const kept = statement<[], KeyRecord>(
      db,
      "SELECT id, url, account_id, sealed_key FROM connections WHERE sealed_key NOT NULL",
    ).all();
    const write = statement<[Buffer | null, number]>(
      db,
      "UPDATE connections SET sealed_key = ? WHERE id = ?",
    );
    for (const { id, url, account_id: accountId, sealed_key: sealed } of kept) {
      write.run(bind(vault, sealed, serverOf({ kind: "api", url, accountId })), id);
    }
    dropLoggedKeys(db, vault);
    statement<[string]>(db, "INSERT INTO settings (key, value) VALUES (?, 'true')").run(BOUND);
  });
  work.immediate();
}

/** @returns null for a key that does not open: it has to be entered again */
function bind(vault: Vault, sealed: Buffer, server: Server): Buffer | null {
  try {
    return sealApiKey(vault, vault.open(sealed).toString("utf8"), server);
  } catch {
    return null;
  }
}

function dropLoggedKeys(db: Database, vault: Vault): void {
  const entries = statement<[], EntryRecord>(
    db,
    "SELECT group_id, seq, sealed_payload FROM undo_entries WHERE kind = 'row'",
  ).all();
  const write = statement<[Buffer, number, number]>(
    db,
    "UPDATE undo_entries SET sealed_payload = ? WHERE group_id = ? AND seq = ?",
  );
  for (const { group_id: group, seq, sealed_payload: sealed } of entries) {
    const image = vault.openJson<RowImage>(sealed);
    if (image.table !== "connections") continue;
    const before = withoutKey(image.before);
    const after = withoutKey(image.after);
    write.run(vault.sealJson({ ...image, before, after }), group, seq);
  }
}

function withoutKey(row: RowImage["before"]): RowImage["before"] {
  if (row === null) return null;
  const { sealed_key: _, ...rest } = row;
  return rest;
}
