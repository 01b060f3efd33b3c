import type { Connection } from "../../../preload/types.ts";
import type { MappedRow } from "../../common/rows.ts";
import { delimiterCharacter } from "../../pipeline/batches/delimiter.ts";
import { createRowMask, MASK, maskParameters } from "../../pipeline/batches/mask.ts";
import { batchParameters } from "../../pipeline/batches/request.ts";
import { writeRows } from "../../pipeline/delivery/enqueue/write-rows.ts";
import { stagedBatches } from "../../pipeline/staging/staged-batches.ts";
import { serverOf } from "../../records/connections/server.ts";
import { isSealed } from "../../records/imports/batches/sealed-rows.ts";
import type { BatchToWrite } from "../../records/imports/creating/batch-writer.ts";
import type { DataServices } from "../data-services.ts";
import type { StagedImport } from "./stage-import.ts";

/** A request that would be sent, as it may be shown. */
export interface WouldRequest {
  readonly url: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** The rows of the data parameter, a line each. */
  readonly rows: readonly string[];
  /** 1-based. */
  readonly number: number;
  readonly total: number;
}

/**
 * The requests of a checked list, one in memory at a time: the same code divides its rows as when it
 * is queued, and nothing is written. Keys, passwords and PINs are masked.
 */
export function* wouldRequests(
  { db, vault }: DataServices,
  connection: Connection,
  { result, options, output, batchRows, reading }: StagedImport,
): Generator<WouldRequest> {
  const { stagingId, mapping, counts } = result;
  const fields = mapping.map(({ field }) => field);
  const planned: BatchToWrite[] = [];
  const spec = {
    ...{ fileName: "", sheet: reading.sheet, headerRow: reading.headerRow, columns: [] },
    ...{ mapping, options, output, batchRows, checked: counts },
    connection: { ...connection, ...serverOf(connection) },
  };
  writeRows(
    vault,
    spec,
    stagedBatches(db, vault, stagingId),
    {
      writer: {
        add: ({ delimiter, rowCount, firstRow, lastRow, byteSize, idempotent }) =>
          void planned.push({ delimiter, rowCount, firstRow, lastRow, byteSize, idempotent }),
        end: () => ({ rows: counts.toSend, batches: planned.length }),
      },
      customers: { add: () => undefined, addHashes: () => undefined, write: () => undefined },
    },
    {},
  );
  const mask = createRowMask(fields);
  const rows = allRows(stagedBatches(db, vault, stagingId));
  const { dataParameter } = connection.settings.compatibility;
  for (const [at, { delimiter, rowCount }] of planned.entries()) {
    const lines: string[] = [];
    const character = delimiterCharacter(delimiter);
    while (lines.length < rowCount) {
      const next = rows.next();
      if (next.done === true) break;
      lines.push(mask(next.value.values).join(character));
    }
    const request = { options, output, delimiter, fields };
    const parameters = maskParameters(batchParameters({ ...connection, apiKey: MASK }, request));
    yield {
      url: connection.url,
      parameters: [...parameters, { name: dataParameter, value: "" }],
      rows: lines,
      number: at + 1,
      total: planned.length,
    };
  }
}

function* allRows(chunks: ReturnType<typeof stagedBatches>): Generator<MappedRow> {
  for (const chunk of chunks) yield* isSealed(chunk) ? chunk.open() : chunk;
}
