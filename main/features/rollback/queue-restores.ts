import type { Database } from "../../common/sqlite/database.ts";
import { enqueueStaged } from "../../pipeline/delivery/enqueue/enqueue-staged.ts";
import { serverOf } from "../../records/connections/server.ts";
import type { Vault } from "../../records/vault/vault.ts";
import type { PreparedRestore } from "./prepare.ts";

/** Queues prepared restores as they are; one import each. */
export function queueRestores(
  db: Database,
  vault: Vault,
  restores: readonly PreparedRestore[],
): readonly number[] {
  return restores.map(
    ({ stagingId, importId, fileName, reading, mapping, options, connection, comparedAt }) => {
      const queued = enqueueStaged(db, vault, stagingId, {
        ...{ fileName, mapping, options },
        connection: { ...connection, ...serverOf(connection) },
        sheet: reading.sheet,
        headerRow: reading.headerRow,
        columns: reading.columns.map(({ index, header }) => ({ index, header })),
        output: connection.settings.output,
        ...{ undoesImportId: importId, comparedAt },
      });
      return queued.importId;
    },
  );
}
