import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";

/** What an import is called by people. */
export interface ImportWords {
  readonly fileName: string;
  readonly connectionName: string;
  readonly startedAt: number;
  readonly undoes: number | null;
  readonly sheet: string;
}

/** @returns a function that throws AppError "not-found" for an import that is gone */
export function createImportWords(db: Database): (importId: number) => ImportWords {
  const read = statement<[importId: number], ImportWords>(
    db,
    `SELECT file_name AS fileName, connection_name AS connectionName, started_at AS startedAt,
       undoes_import_id AS undoes, sheet FROM imports WHERE id = ?`,
  );
  return (importId) => {
    const words = read.get(importId);
    if (words === undefined)
      throw new AppError("not-found", { params: { what: "import", id: importId } });
    return words;
  };
}

/** How many imports there are, and when the newest began; null without one. */
export function importTotals(db: Database): {
  readonly imports: number;
  readonly lastAt: number | null;
} {
  const found = statement<[], { imports: number; lastAt: number | null }>(
    db,
    `SELECT count(*) AS imports, max(started_at) AS lastAt FROM imports
     WHERE phase = 'queued'`,
  ).get();
  return found ?? { imports: 0, lastAt: null };
}
