import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Database } from "../../common/sqlite/database.ts";
import { writeFileHash } from "../../records/imports/creating/import-of-list.ts";
import type { Vault } from "../../records/vault/vault.ts";

/**
 * Keeps with a staging by what its file is known again, whatever its name; null where it is gone.
 * @param hashing of the file, where it was begun while the list was checked
 */
export async function keepFileHash(
  db: Database,
  vault: Vault,
  stagingId: number,
  path: string,
  hashing?: Promise<Buffer | null>,
): Promise<Buffer | null> {
  const kept = db.prepare("SELECT file_hash FROM stagings WHERE id = ?").pluck().get(stagingId);
  if (kept !== null && kept !== undefined) return kept as Buffer;
  const hash = await (hashing ?? hashFile(vault, path));
  if (hash !== null) {
    db.prepare("UPDATE stagings SET file_hash = ? WHERE id = ?").run(hash, stagingId);
  }
  return hash;
}

/** Whether a file holds, byte for byte, what the staging was read from. */
export async function isFileOf(
  db: Database,
  vault: Vault,
  stagingId: number,
  path: string,
): Promise<boolean> {
  const kept = db.prepare("SELECT file_hash FROM stagings WHERE id = ?").pluck().get(stagingId);
  if (kept === null || kept === undefined) return false;
  return (await hashFile(vault, path))?.equals(kept as Buffer) === true;
}

/** Inside the transaction that makes an import of the staging visible. */
export function passFileHash(db: Database, stagingId: number, importId: number): void {
  const kept = db.prepare("SELECT file_hash FROM stagings WHERE id = ?").pluck().get(stagingId);
  writeFileHash(db, importId, Buffer.isBuffer(kept) ? kept : null);
}

/** By what a file is known again; null where it cannot be read. */
export async function hashFile(vault: Vault, path: string): Promise<Buffer | null> {
  const content = createHash("sha256");
  try {
    await pipeline(createReadStream(path), content);
  } catch (error) {
    // The list was read before; what is not there any more cannot be compared.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
  return vault.hash(content.digest("hex"));
}
