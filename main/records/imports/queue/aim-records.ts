import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import type { Server } from "../../connections/server.ts";

/** What an import's requests go to. */
export interface ImportAim extends Server {
  /** Made for what its server holds: it goes nowhere else. */
  readonly bound: 0 | 1;
}

export interface AimRecords {
  read(importId: number): ImportAim | undefined;
  /** Batches of which a request was begun, in the order of sending. */
  attempted(importId: number): readonly number[];
  isSending(importId: number): boolean;
  /** Its customers stay in the index under the account that they were written for. */
  write(importId: number, server: Server): void;
}

export function createAimRecords(db: Database): AimRecords {
  const read = statement<[importId: number], ImportAim>(
    db,
    `SELECT address, account_id AS accountId,
       undoes_import_id IS NOT NULL OR options ->> '$.onlyChanged' IS 1 AS bound
     FROM imports WHERE id = ?`,
  );
  const attempted = column<[importId: number], number>(
    db,
    "SELECT id FROM batches WHERE import_id = ? AND attempts > 0 ORDER BY position",
  );
  const sending = statement<[importId: number], unknown>(
    db,
    "SELECT 1 FROM batches WHERE import_id = ? AND state = 'sending'",
  );
  const write = statement<Server & { readonly importId: number }>(
    db,
    `UPDATE imports SET address = :address, account_id = :accountId,
       indexed_as = CASE WHEN account_id = :accountId THEN indexed_as
         ELSE ifnull(indexed_as, account_id) END
     WHERE id = :importId`,
  );
  return {
    read: (importId) => read.get(importId),
    attempted: (importId) => attempted.all(importId),
    isSending: (importId) => sending.get(importId) !== undefined,
    write: (importId, { address, accountId }) => void write.run({ address, accountId, importId }),
  };
}
