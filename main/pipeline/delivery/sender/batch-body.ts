import type { ImportOptions } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import { giveBack } from "../../../common/give-back.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import type { AttemptResult } from "../../../records/imports/batches/attempt-result.ts";
import {
  type BatchPayload,
  openPayload,
  readFields,
  readPacked,
} from "../../../records/imports/batches/payload.ts";
import {
  createRequestRows,
  type RequestRow,
} from "../../../records/imports/batches/request/request-rows.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createStoredEncoder } from "../../batches/encode-stored.ts";
import { encodeForm } from "../../batches/form.ts";
import { secretValues } from "../../batches/mask.ts";
import { batchParameters, dataParameter } from "../../batches/request.ts";
import { judgeCounts } from "./outcome/judge-counts.ts";

/** Makes the bodies of requests; some can be prepared while others are on their way. */
export interface BatchBodies {
  /** @throws AppError sealed-data-unreadable | RangeError | URIError where it cannot be sent */
  body(batchId: number, connection: ResolvedConnection): Buffer;
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
  /**
   * Does the heavy part for the first of the batches that come next and lack it. Never throws.
   * @returns the rows that were opened for it, for whoever needs them as well
   */
  prepare(batchIds: readonly number[], connection: ResolvedConnection): OpenedRows | null;
}

/**
 * The rows of a batch as they were in this version or a later one, as they are kept: JSON. Whoever gets
 * them gives their memory back.
 */
export interface OpenedRows {
  readonly batchId: number;
  readonly version: string;
  readonly json: Buffer;
}

export function createBatchBodies(db: Database, vault: Vault): BatchBodies {
  const requests = createRequestRows(db);
  const encodeStored = createStoredEncoder();
  const prepared = new Map<number, PreparedFor & { readonly body: Parts }>();

  /** Rows may change between: corrected, or a customer forgotten. Sealed anew, they begin anew. */
  function preparedFor(batchId: number, { settings }: ResolvedConnection): PreparedFor {
    const spelling = JSON.stringify(settings.compatibility);
    return { batchId, spelling, version: requests.version(batchId) };
  }

  function make(batchId: number, { settings }: ResolvedConnection) {
    const row = requests.read(batchId);
    if (row?.sealedRows == null) throw new AppError("sealed-data-unreadable");
    const { sealedRows, delimiter, ...about } = row;
    const { compatibility } = settings;
    const json = vault.openPacked(sealedRows);
    giveBack(sealedRows);
    const data =
      encodeStored(json, delimiter, compatibility, HEAD_ROOM) ??
      afterRoom(encodeForm([dataParameter(readPacked(json).rows, delimiter, compatibility)]));
    const body: Parts = { ...about, delimiter, fields: readFields(json), data };
    return { json, body };
  }

  function makeAlone(batchId: number, connection: ResolvedConnection): Parts {
    const { json, body } = make(batchId, connection);
    giveBack(json);
    return body;
  }

  return {
    secrets(batchId) {
      const row = requests.read(batchId);
      if (row?.sealedRows == null) return new Set();
      const { fields, rows } = openPayload(vault, row.sealedRows);
      return secretValues(fields, rows);
    },
    judge(batchId, result) {
      const about = requests.counted(batchId);
      if (about === undefined) return result;
      return judgeCounts(result, about.duplicates, about.rowCount, () => {
        const sealed = requests.read(batchId)?.sealedRows;
        return sealed == null ? null : openPayload(vault, sealed);
      });
    },
    prepare(batchIds, connection) {
      for (const known of prepared.keys()) {
        if (!batchIds.includes(known)) prepared.delete(known);
      }
      const next = batchIds.find((id) => !prepared.has(id));
      if (next === undefined) return null;
      try {
        const about = preparedFor(next, connection);
        const { json, body } = make(next, connection);
        prepared.set(next, { ...about, body });
        return { batchId: next, version: about.version, json };
      } catch (error) {
        // The body is made again when the batch's turn comes, and an error is the batch's own then.
        if (error instanceof Error) return null;
        throw error;
      }
    },
    body(batchId, connection) {
      const known = prepared.get(batchId);
      prepared.delete(batchId);
      const ready = isSame(known, preparedFor(batchId, connection))
        ? known.body
        : makeAlone(batchId, connection);
      const head = batchParameters(connection, {
        options: JSON.parse(ready.options) as ImportOptions,
        output: ready.output,
        delimiter: ready.delimiter,
        fields: ready.fields,
      });
      return withHead(`${encodeForm(head)}&`, ready.data);
    },
  };
}

interface Parts extends Omit<RequestRow, "sealedRows"> {
  readonly fields: BatchPayload["fields"];
  /** The rows as they go, behind `HEAD_ROOM` free bytes. */
  readonly data: Buffer;
}

/** In front of prepared rows, for what is said before them: a request is made without copying them. */
const HEAD_ROOM = 8 * 1024;

/** What a form encodes is ASCII. */
function afterRoom(data: string): Buffer {
  const made = Buffer.allocUnsafeSlow(HEAD_ROOM + data.length);
  made.write(data, HEAD_ROOM, "latin1");
  return made;
}

function withHead(head: string, data: Buffer): Buffer {
  const from = HEAD_ROOM - head.length;
  if (from < 0) return Buffer.concat([Buffer.from(head, "latin1"), data.subarray(HEAD_ROOM)]);
  data.write(head, from, "latin1");
  return data.subarray(from);
}

interface PreparedFor {
  readonly batchId: number;
  readonly spelling: string;
  readonly version: string;
}

function isSame<T extends PreparedFor>(
  prepared: T | undefined,
  wanted: PreparedFor,
): prepared is T {
  return (
    prepared !== undefined &&
    prepared.batchId === wanted.batchId &&
    prepared.spelling === wanted.spelling &&
    prepared.version === wanted.version
  );
}
