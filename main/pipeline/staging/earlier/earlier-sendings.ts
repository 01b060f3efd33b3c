import type { FieldName } from "../../../../preload/fields.ts";
import type { AmountSum, Mapping, Notice } from "../../../../preload/types.ts";
import { localTime } from "../../../common/local-time.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Server } from "../../../records/connections/server.ts";
import { chunksWhere } from "../../../records/drafts/staged-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { willBeSent } from "../../../records/drafts/status.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import {
  type EarlierImport,
  importOfFile,
  importsTo,
  standingBatches,
} from "../../../records/imports/past/earlier-imports.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { type AmountCounter, createAmountSum } from "../../batches/amounts.ts";
import { createRowIdentity } from "../../batches/row-identity.ts";
import { notice } from "../../validation/messages.ts";
import { createTextCounts, type TextCounts } from "./text-counts.ts";

/** Imports and rows of them that are looked at, newest first: some seconds of a process's time. */
const MAX_IMPORTS = 50;
const MAX_ROWS = 1_000_000;
/** Imports that are named; the rows of others are summed up. */
const NAMED = 3;

/** What a person should know before the list goes out: it, or rows of it, went out before. */
export function earlierSendings(
  db: Database,
  vault: Vault,
  about: {
    readonly stagingId: number;
    readonly server: Server;
    readonly fileHash: Buffer | null;
    /** The list's own trial is no earlier sending. */
    readonly trialId: number | null;
  },
): readonly Notice[] {
  return [...sameFile(db, about), ...sameRows(db, vault, about)];
}

function sameFile(
  db: Database,
  {
    server,
    fileHash,
    trialId,
  }: {
    readonly server: Server;
    readonly fileHash: Buffer | null;
    readonly trialId: number | null;
  },
): readonly Notice[] {
  const { address, accountId } = server;
  const found = importOfFile(db, { fileHash, address, accountId, except: trialId });
  const imports = found === undefined ? [] : [found];
  return imports.map(({ connectionName: connection, startedAt, rows: count }) =>
    notice("same-file-sent", "warning", null, { connection, time: localTime(startedAt), count }),
  );
}

function sameRows(
  db: Database,
  vault: Vault,
  {
    stagingId,
    server,
    trialId,
  }: { readonly stagingId: number; readonly server: Server; readonly trialId: number | null },
): readonly Notice[] {
  const { fields } = getStaging(db, stagingId);
  const imports = candidates(db, server, fields).filter(({ id }) => id !== trialId);
  if (imports.length === 0) return [];
  const again = createAmountSum();
  const rows = rowsToSend(db, vault, stagingId, fields);
  const found = sentBy(db, vault, imports, rows, again);
  const others = found.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  return [
    ...found.slice(0, NAMED).map(({ earlier, count }) => {
      const params = { count, name: earlier.fileName, time: localTime(earlier.startedAt) };
      return notice("rows-sent-before", "warning", null, params);
    }),
    ...(others > 0 ? [notice("rows-sent-earlier", "warning", null, { count: others })] : []),
    ...addedAgain(again.total()),
  ];
}

/**
 * The amounts of rows to send that an earlier import sent just so.
 * @param limit only of the first so many rows
 */
export function sentAmounts(
  db: Database,
  vault: Vault,
  about: {
    readonly stagingId: number;
    readonly server: Server;
    readonly trialId: number | null;
    readonly limit: number | null;
  },
): { readonly sum: AmountSum; isSentBefore(values: readonly string[]): boolean } {
  const { stagingId, server, trialId, limit } = about;
  const { fields } = getStaging(db, stagingId);
  const imports = candidates(db, server, fields).filter(({ id }) => id !== trialId);
  const again = createAmountSum();
  const rows = rowsToSend(db, vault, stagingId, fields, limit ?? Number.POSITIVE_INFINITY);
  sentBy(db, vault, imports, rows, again);
  const identify = createRowIdentity(fields);
  return {
    sum: again.total(),
    // What an import has sent is not left any more.
    isSentBefore: (values) => !rows.has(identify(values)),
  };
}

interface SentBy {
  readonly earlier: EarlierImport;
  readonly count: number;
}

function sentBy(
  db: Database,
  vault: Vault,
  imports: readonly EarlierImport[],
  rows: TextCounts,
  again: AmountCounter,
): readonly SentBy[] {
  const found: SentBy[] = [];
  for (const earlier of imports) {
    if (rows.left === 0) break;
    const count = takeSent(db, vault, earlier.id, rows, again);
    if (count > 0) found.push({ earlier, count });
  }
  return found;
}

function addedAgain({ rows: count, sum }: AmountSum): readonly Notice[] {
  return count === 0 ? [] : [notice("amounts-again", "warning", null, { count, sum })];
}

/** Imports to the server that sent the same fields and whose rows are kept. */
function candidates(
  db: Database,
  server: Server,
  fields: readonly FieldName[],
): readonly EarlierImport[] {
  const wanted = named(fields);
  let rows = 0;
  return importsTo(db, server, MAX_IMPORTS).filter((record) => {
    const same = named((JSON.parse(record.mapping) as Mapping).map(({ field }) => field));
    if (same !== wanted || rows >= MAX_ROWS) return false;
    rows += record.rows;
    return true;
  });
}

function named(fields: readonly FieldName[]): string {
  return [...fields].sort().join();
}

function rowsToSend(
  db: Database,
  vault: Vault,
  stagingId: number,
  fields: readonly FieldName[],
  limit = Number.POSITIVE_INFINITY,
): TextCounts {
  const identify = createRowIdentity(fields);
  const found = createTextCounts();
  for (const rows of chunksWhere(db, vault, stagingId, willBeSent)) {
    for (const { values } of rows.slice(0, limit - found.left)) found.add(identify(values));
    if (found.left >= limit) break;
  }
  return found;
}

function takeSent(
  db: Database,
  vault: Vault,
  importId: number,
  toSend: TextCounts,
  again: AmountCounter,
): number {
  let count = 0;
  for (const { id } of standingBatches(db, importId)) {
    const payload = readPayload(db, vault, id);
    if (payload === null) continue;
    const identify = createRowIdentity(payload.fields);
    for (const { values } of payload.rows) {
      const taken = toSend.take(identify(values));
      count += taken;
      if (taken > 0) again.add(payload.fields, values, taken);
    }
    if (toSend.left === 0) break;
  }
  return count;
}
