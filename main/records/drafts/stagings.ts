import type { FieldName } from "../../../preload/fields.ts";
import type { Finding } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";

/** One reading-and-checking of a whole list, as kept. */
export interface Staging {
  readonly id: number;
  readonly draftId: number | null;
  readonly state: "running" | "done" | "removed";
  readonly fields: readonly FieldName[];
  readonly source: string;
  readonly signature: string;
  /** Encoded bytes of all rows, roughly. */
  readonly rowBytes: number;
  /** Runs of rows to be sent whose values leave one delimiter free: they share no batch. */
  readonly delimiterRuns: number;
  readonly notices: readonly Finding[];
}

interface Record {
  readonly id: number;
  readonly draft_id: number | null;
  readonly state: Staging["state"];
  readonly fields: string;
  readonly source: string;
  readonly signature: string;
  readonly row_bytes: number;
  readonly delimiter_runs: number;
  readonly notices: string;
}

const COLUMNS =
  "id, draft_id, state, fields, source, signature, row_bytes, delimiter_runs, notices";

function fromRecord(record: Record): Staging {
  return {
    id: record.id,
    draftId: record.draft_id,
    state: record.state,
    fields: JSON.parse(record.fields),
    source: record.source,
    signature: record.signature,
    rowBytes: record.row_bytes,
    delimiterRuns: record.delimiter_runs,
    notices: JSON.parse(record.notices),
  };
}

/** @throws AppError "not-found" */
export function getStaging(db: Database, id: number): Staging {
  const record = statement<[number], Record>(
    db,
    `SELECT ${COLUMNS} FROM stagings WHERE id = ?`,
  ).get(id);
  if (record === undefined) throw new AppError("not-found", { params: { what: "check" } });
  return fromRecord(record);
}

/** The finished staging of a draft, also where the draft has changed since; null without one. */
export function stagingOfDraft(db: Database, draftId: number): Staging | null {
  const record = statement<[number], Record>(
    db,
    `SELECT ${COLUMNS} FROM stagings WHERE draft_id = ? AND state = 'done'`,
  ).get(draftId);
  return record === undefined ? null : fromRecord(record);
}

/** Ties a check to the same list at another place, by whose new signature it is known again. */
export function moveStaging(db: Database, id: number, source: string, signature: string): void {
  statement<[string, string, number]>(
    db,
    "UPDATE stagings SET source = ?, signature = ? WHERE id = ?",
  ).run(source, signature, id);
}

/** A new staging belongs to no draft until it is finished: the one before stays in force. */
export function beginStaging(
  db: Database,
  about: Pick<Staging, "fields" | "source" | "signature">,
): number {
  const { lastInsertRowid } = statement<[string, string, string, number, number]>(
    db,
    `INSERT INTO stagings (draft_id, state, fields, source, signature, pid, created_at)
     VALUES (NULL, 'running', ?, ?, ?, ?, ?)`,
  ).run(JSON.stringify(about.fields), about.source, about.signature, process.pid, Date.now());
  return Number(lastInsertRowid);
}

/**
 * Puts a staging in force, in the place of the draft's former one, and writes what else belongs
 * to it in the same transaction.
 * @throws AppError "not-found" where the draft was removed in between.
 */
export function finishStaging(
  db: Database,
  id: number,
  end: {
    readonly draftId: number | null;
    readonly rowBytes: number;
    readonly delimiterRuns?: number;
    readonly notices: readonly Finding[];
  },
  alsoWrite: () => void = () => undefined,
): void {
  db.transaction(() => {
    alsoWrite();
    if (end.draftId !== null) {
      const draft = statement<[number], object>(db, "SELECT 1 FROM drafts WHERE id = ?").get(
        end.draftId,
      );
      if (draft === undefined) throw new AppError("not-found", { params: { what: "import" } });
      detachStaging(db, end.draftId);
    }
    statement<[number | null, number, number, string, number]>(
      db,
      `UPDATE stagings SET state = 'done', draft_id = ?, row_bytes = ?, delimiter_runs = ?, notices = ?
       WHERE id = ?`,
    ).run(end.draftId, end.rowBytes, end.delimiterRuns ?? 1, JSON.stringify(end.notices), id);
  }).immediate();
}

/** Takes a draft's staging out of force; `purgeStagings` clears it away. */
export function detachStaging(db: Database, draftId: number): void {
  statement<[number]>(
    db,
    "UPDATE stagings SET state = 'removed', draft_id = NULL WHERE draft_id = ?",
  ).run(draftId);
}

/** Takes one staging out of force; `purgeStagings` clears it away. */
export function dropStaging(db: Database, id: number): void {
  statement<[number]>(
    db,
    "UPDATE stagings SET state = 'removed', draft_id = NULL WHERE id = ?",
  ).run(id);
}
