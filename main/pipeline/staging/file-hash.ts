import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { Database } from "../../common/sqlite/database.ts";
import { writeFileHash } from "../../records/imports/creating/import-of-list.ts";
import type { Vault } from "../../records/vault/vault.ts";

const PIECE = 256 * 1024;

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
    const file = await open(path);
    try {
      // One piece of memory for all of it: new pages cost more than the hash.
      const piece = Buffer.allocUnsafe(PIECE);
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, PIECE, null);
        if (bytesRead === 0) break;
        content.update(piece.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    // The list was read before; what is not there any more cannot be compared.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
  return vault.hash(content.digest("hex"));
}
