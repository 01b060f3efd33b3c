import { stat } from "node:fs/promises";
import type { DraftSummary } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";

/** What tells that a file on disk is still the one that was read. */
export interface FileStamp {
  readonly size: number;
  /** Whole milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** The file as it is now; null where it is gone, or is no file. */
export async function stampFile(path: string): Promise<FileStamp | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? { size: found.size, modifiedAt: Math.trunc(found.mtimeMs) } : null;
  } catch {
    // Whatever hides it (removed, renamed, a drive taken out): it cannot be read now.
    return null;
  }
}

/** How the file on disk stands to the one that was read. */
export async function compareFile(
  path: string,
  stamp: FileStamp,
): Promise<DraftSummary["fileState"]> {
  const now = await stampFile(path);
  if (now === null) return "missing";
  return now.size === stamp.size && now.modifiedAt === stamp.modifiedAt ? "same" : "changed";
}

/** @throws AppError "list-changed" | "list-missing" */
export async function requireSame(path: string, stamp: FileStamp, fileName: string): Promise<void> {
  const state = await compareFile(path, stamp);
  if (state !== "same") throw new AppError(`list-${state}`, { params: { name: fileName } });
}
