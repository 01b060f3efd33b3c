import type { FieldName } from "../../../preload/fields.ts";
import type { Duplicates } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";

/** A batch as the server understood and applied it. */
export interface AppliedBatch {
  readonly fields: readonly FieldName[];
  /** One text per field, exactly as decoded. */
  readonly rows: readonly (readonly string[])[];
  readonly duplicates: Duplicates;
  readonly campaigns: readonly string[];
  /** Digits of generated card numbers, or null for none. */
  readonly generateCardNumbers: number | null;
  readonly undoState: boolean;
  readonly created: number;
  readonly updated: number;
}

export interface AppliedLog {
  add(batch: AppliedBatch): void;
  all(): readonly AppliedBatch[];
}

/** Written in the transaction of the batch itself, so that it never tells more or less. */
export function createAppliedLog(db: Database, record: boolean): AppliedLog {
  const insert = db.prepare<[string]>("INSERT INTO applied_batches (batch) VALUES (?)");
  const all = db.prepare<[], { batch: string }>("SELECT batch FROM applied_batches ORDER BY id");
  return {
    add: (batch) => {
      if (record) insert.run(JSON.stringify(batch));
    },
    all: () => all.all().map((row): AppliedBatch => JSON.parse(row.batch)),
  };
}
