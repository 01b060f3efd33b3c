import type { ImportOptions, OutputFormat } from "../../../../preload/types.ts";
import type { DelimiterName } from "../../../common/batch.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import type { AttemptResult } from "../../../records/imports/batches/attempt-result.ts";
import { type BatchPayload, openPayload } from "../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { encodeForm } from "../../batches/form.ts";
import { secretValues } from "../../batches/mask.ts";
import { batchParameters, dataParameter } from "../../batches/request.ts";
import { judgeCounts } from "./judge-counts.ts";

interface BatchRow {
  readonly delimiter: DelimiterName;
  readonly rowCount: number;
  readonly sealedRows: Uint8Array | null;
  readonly options: string;
  readonly output: OutputFormat;
}

/** Makes the bodies of requests; one body can be prepared while another is on its way. */
export interface BatchBodies {
  /** @throws AppError sealed-data-unreadable | RangeError | URIError where it cannot be sent */
  body(batchId: number, connection: ResolvedConnection): string;
  /**
   * Passwords and PINs of its rows.
   * @throws AppError "sealed-data-unreadable"
   */
  secrets(batchId: number): ReadonlySet<string>;
  /**
   * What a result is in the light of the rows (`judgeCounts`).
   * @throws AppError "sealed-data-unreadable"
   */
  judge(batchId: number, result: AttemptResult): AttemptResult;
  /** Does the heavy part for the batch that comes next. Never throws. */
  prepare(batchId: number, connection: ResolvedConnection): void;
}

export function createBatchBodies(db: Database, vault: Vault): BatchBodies {
  const find = db.prepare(
    `SELECT delimiter, row_count AS rowCount, sealed_rows AS sealedRows, options, output
     FROM batches JOIN imports ON imports.id = import_id
     LEFT JOIN batch_rows ON batch_id = batches.id WHERE batches.id = ?`,
  );
  const findVersion = db
    .prepare("SELECT substr(sealed_rows, 1, 32) FROM batch_rows WHERE batch_id = ?")
    .pluck();
  let prepared: (PreparedFor & { readonly body: Parts }) | null = null;

  /** Rows may change between: corrected, or a customer forgotten. Sealed anew, they begin anew. */
  function preparedFor(batchId: number, { settings }: ResolvedConnection): PreparedFor {
    const version = findVersion.get(batchId) as Buffer | undefined;
    const spelling = JSON.stringify(settings.compatibility);
    return { batchId, spelling, version: version?.toString("latin1") ?? "" };
  }

  function make(batchId: number, { settings }: ResolvedConnection): Parts {
    const row = find.get(batchId) as BatchRow | undefined;
    if (row?.sealedRows == null) throw new AppError("sealed-data-unreadable");
    const payload = openPayload(vault, row.sealedRows);
    const data = dataParameter(payload.rows, row.delimiter, settings.compatibility);
    return { row, fields: payload.fields, data: encodeForm([data]) };
  }

  return {
    secrets(batchId) {
      const row = find.get(batchId) as BatchRow | undefined;
      if (row?.sealedRows == null) return new Set();
      const { fields, rows } = openPayload(vault, row.sealedRows);
      return secretValues(fields, rows);
    },
    judge(batchId, result) {
      const row = find.get(batchId) as BatchRow | undefined;
      const sealed = row?.sealedRows;
      if (row === undefined || sealed == null) return result;
      const { duplicates } = JSON.parse(row.options) as ImportOptions;
      return judgeCounts(result, duplicates, row.rowCount, () => openPayload(vault, sealed));
    },
    prepare(batchId, connection) {
      try {
        const about = preparedFor(batchId, connection);
        prepared = { ...about, body: make(batchId, connection) };
      } catch (error) {
        // It will be made again when its turn comes, and then the error is the batch's.
        prepared = null;
        if (!(error instanceof Error)) throw error;
      }
    },
    body(batchId, connection) {
      const ready = isSame(prepared, preparedFor(batchId, connection))
        ? prepared.body
        : make(batchId, connection);
      prepared = null;
      const head = batchParameters(connection, {
        options: JSON.parse(ready.row.options) as ImportOptions,
        output: ready.row.output,
        delimiter: ready.row.delimiter,
        fields: ready.fields,
      });
      return `${encodeForm(head)}&${ready.data}`;
    },
  };
}

interface Parts {
  readonly row: BatchRow;
  readonly fields: BatchPayload["fields"];
  readonly data: string;
}

interface PreparedFor {
  readonly batchId: number;
  readonly spelling: string;
  readonly version: string;
}

function isSame<T extends PreparedFor>(prepared: T | null, wanted: PreparedFor): prepared is T {
  return (
    prepared !== null &&
    prepared.batchId === wanted.batchId &&
    prepared.spelling === wanted.spelling &&
    prepared.version === wanted.version
  );
}
