import type { FieldName } from "../../../../preload/fields.ts";
import type { Mapping } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { findServer } from "../../../records/connections/records.ts";
import { createFormerReader } from "../../../records/imports/arrivals/payload-cache.ts";
import type { BatchPayload } from "../../../records/imports/batches/payload.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import {
  correctedBatches,
  type PastImport,
  pastImports,
  sentBatches,
} from "../../../records/imports/past/earlier-imports.ts";
import { knownSince } from "../../../records/imports/past/known-since.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createRowIdentity } from "../../batches/row-identity.ts";
import { createReached } from "./reached.ts";
import { createTextCounts, type TextCounts } from "./text-counts.ts";

/** Imports and rows of them that are looked at, newest first: some seconds of a process's time. */
const LOOKED_AT = 100;
const MAX_ROWS = 1_000_000;

/** The last import that the platform took whole, and the rows that are still as it left them. */
export interface LastSent {
  readonly fileName: string;
  readonly startedAt: number;
  /** By their identities (createRowIdentity). */
  readonly rows: Pick<TextCounts, "has">;
}

/**
 * What the last import to the connection's server with these fields sent. An import of changes stands for
 * the whole list that it was made of, and the rest of a list for its trial too: what was sent
 * before them belongs to it. A customer whom anything else may have reached since is left out, and
 * so is one whom the import held twice.
 * @returns null where there is none whose rows are kept
 */
export function lastSent(
  db: Database,
  vault: Vault,
  connectionId: number,
  fields: readonly FieldName[],
): LastSent | null {
  const wanted = named(fields);
  const reached = createReached(vault);
  const rows = createTextCounts();
  let last: PastImport | null = null;
  let below: PastImport | null = null;
  let read = 0;
  const server = findServer(db, connectionId);
  const since = knownSince(db);
  const past = server === null ? [] : pastImports(db, server, LOOKED_AT);
  for (const each of past) {
    if (each.rowsKept === 0 || read > MAX_ROWS) break;
    if (below !== null && below.onlyChanged === 0 && !isSameFile(each, below)) break;
    read += each.rowCount;
    // What may have arrived before it was corrected has reached its customers as well.
    for (const payload of formerPayloads(db, vault, each.id)) reached.add(payload);
    const isKnown = since === 0 || each.firstSent > since;
    const counts = isKnown && each.counts === 1 && each.isHere === 1;
    const isLast = counts && namedIn(each) === wanted;
    if (isLast) {
      for (const other of past.filter((one) => wentBetween(one, each))) {
        if (other.rowsKept === 0) return found();
        for (const payload of formerPayloads(db, vault, other.id)) reached.addNow(payload);
        for (const { payload } of payloads(db, vault, other.id)) reached.addNow(payload);
      }
      reached.passOver([...payloads(db, vault, each.id)].map(({ payload }) => payload));
    }
    for (const { payload, isKnown } of payloads(db, vault, each.id)) {
      if (isLast && !isKnown) {
        reached.addNow(payload);
        continue;
      }
      const identify = createRowIdentity(payload.fields);
      if (isLast) reached.others(payload, (values) => rows.add(identify(values)));
      // A whole list is the end of the way: nobody asks for its customers any more.
      if (!isLast || each.onlyChanged === 1) reached.add(payload);
    }
    reached.settle();
    if (!isLast) continue;
    last ??= each;
    below = each;
  }
  return found();

  function found(): LastSent | null {
    return last === null ? null : { fileName: last.fileName, startedAt: last.startedAt, rows };
  }
}

/** Whether some of an import went out after the first of another one, and before its last. */
function wentBetween(one: PastImport, other: PastImport): boolean {
  return one.id !== other.id && one.lastSent > other.firstSent && one.lastSent <= other.lastSent;
}

/** Rows of an import that arrived, may have arrived or are still to arrive. */
function* payloads(
  db: Database,
  vault: Vault,
  importId: number,
): Generator<{ readonly payload: BatchPayload; readonly isKnown: boolean }> {
  for (const { id, fewer } of sentBatches(db, importId)) {
    const payload = readPayload(db, vault, id);
    if (payload !== null) yield { payload, isKnown: fewer === 0 };
  }
}

/** Rows as they were before they were corrected, where a try of theirs may have arrived. */
function formerPayloads(db: Database, vault: Vault, importId: number): readonly BatchPayload[] {
  return correctedBatches(db, importId).flatMap(createFormerReader(db, vault));
}

function isSameFile(a: PastImport, b: PastImport): boolean {
  return a.fileHash !== null && b.fileHash !== null && a.fileHash.equals(b.fileHash);
}

function namedIn({ mapping }: PastImport): string {
  return named((JSON.parse(mapping) as Mapping).map(({ field }) => field));
}

function named(fields: readonly FieldName[]): string {
  return [...fields].sort().join();
}
