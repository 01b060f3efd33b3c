import { AppError } from "../errors.ts";

const CODES: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: "database-damaged",
  SQLITE_CORRUPT: "database-damaged",
  SQLITE_READONLY: "database-read-only",
  SQLITE_CANTOPEN: "database-read-only",
  SQLITE_PERM: "database-read-only",
  SQLITE_FULL: "disk-full",
  EACCES: "database-read-only",
  EPERM: "database-read-only",
  EROFS: "database-read-only",
  // The data folder, or a part of its path, is a file.
  EEXIST: "data-folder-is-file",
  ENOTDIR: "data-folder-is-file",
  ENOSPC: "disk-full",
};

/** SQLite's and the file system's errors in words for people; others pass through. */
export function databaseError(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = CODES[code] ?? CODES[code.split("_").slice(0, 2).join("_")];
  return known === undefined ? error : new AppError(known, { detail: code, cause: error });
}
