import type { ForgetResult } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { CustomerQuery } from "../../../records/customers/find-customer.ts";
import { customerKey } from "../../../records/customers/keys.ts";
import { removeKey } from "../../../records/customers/remove.ts";
import { dropCopies } from "../../../records/database/copy-before.ts";
import type { OpenBatch } from "../../../records/imports/arrivals/payload-cache.ts";
import { createBatchStore } from "../../../records/imports/batches/batch-store.ts";
import { sealPayload } from "../../../records/imports/batches/payload.ts";
import {
  countForgotten,
  createIndexedBatchReader,
  dropReply,
  shrinkImport,
  shrinkWaiting,
  writeSealedRows,
} from "../../../records/imports/retention/forget-rows.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { findPerson } from "../find-person.ts";
import { clearLog } from "../write-ahead.ts";
import { forgetInCorrections, moveBatchCorrections } from "./forget-in-corrections.ts";
import { forgetInDrafts } from "./forget-in-drafts.ts";
import { visitLists } from "./forget-in-lists.ts";
import { forgetInReply } from "./forget-in-replies.ts";
import { forgetInUndoLog } from "./forget-in-undo-log.ts";

export interface ForgetRequest extends CustomerQuery {
  /** Otherwise only counts. */
  readonly confirm: boolean;
  /** Rows that wait to be sent too. */
  readonly includeQueue: boolean;
}

const OPEN: ReadonlySet<string> = new Set(["queued", "waiting", "sending", "uncertain"]);

/**
 * Takes one person's data out of the database: rows, what replies and undo log hold of them, lists
 * being prepared, rows left out of imports, and the index; rows that wait or are uncertain only where
 * asked for. Counts stay, and each import keeps how many rows were taken away. Each batch is one
 * transaction; one that is on its way this moment stays, to be forgotten when it has arrived.
 * @throws AppError "not-found" for a connection that is gone
 */
export function forgetCustomer(
  db: Database,
  vault: Vault,
  request: ForgetRequest,
): Omit<ForgetResult, "copies" | "putAside"> {
  const stateOf = createIndexedBatchReader(db);
  const imports = new Set<number>();
  let rows = 0;
  let queuedRows = 0;
  let keptRows = 0;
  const found = findPerson(db, vault, request);
  const { people } = found;
  for (const { batchId, batch, places, isTheirs } of found.rows()) {
    const state = stateOf(batchId);
    if (state === undefined) continue;
    imports.add(state.importId);
    rows += places.length;
    const waits = OPEN.has(state.state);
    if (waits) queuedRows += places.length;
    const about = { account: state.account, id: batchId, batch, found: places, waits, isTheirs };
    const goes = request.confirm && (!waits || request.includeQueue);
    if (!goes || !forgetRows(db, vault, about)) keptRows += places.length;
  }
  if (request.confirm) forgetInCorrections(db, vault, people);
  const lists = visitLists(db, vault, people, request.confirm ? "forget" : "count");
  for (const importId of lists.imports) imports.add(importId);
  if (request.confirm) {
    forgetInDrafts(db, vault, people, lists.stagings);
    forgetInUndoLog(db, vault, people, lists.stagings);
    dropCopies(db.name);
  }
  const { draftRows, leftOutRows } = lists;
  return {
    ...{ imports: imports.size, rows, queuedRows, draftRows, leftOutRows },
    // What stood in the pages as they were is not to linger beside the database either.
    done: request.confirm && clearLog(db),
    keptRows: request.confirm ? keptRows : 0,
    known: people.keys(),
  };
}

/** @returns whether they are gone; not while the batch is on its way */
function forgetRows(
  db: Database,
  vault: Vault,
  about: {
    readonly account: string;
    readonly id: number;
    readonly batch: OpenBatch;
    readonly found: readonly number[];
    readonly waits: boolean;
    readonly isTheirs: (value: string) => boolean;
  },
): boolean {
  const { account, id, batch, found, waits, isTheirs } = about;
  const gone = new Set(found);
  const inReply = () => forgetInReply(db, vault, id, batch, { places: gone, isTheirs });
  if (found.length === 0) {
    db.transaction(inReply).immediate();
    return true;
  }
  const kept = batch.rows.filter((_, place) => !gone.has(place));
  const keys = keysOf(vault, account, batch, found);
  const stay = keysOf(
    vault,
    account,
    batch,
    batch.rows.flatMap((_, place) => (gone.has(place) ? [] : [place])),
  );
  const work = db.transaction(() => {
    const sealed =
      kept.length === 0 ? null : sealPayload(vault, { fields: batch.fields, rows: kept });
    if (waits) {
      // A sender may have taken it meanwhile: then what goes out is what was there.
      if (!shrinkWaiting(db, id, kept.length)) return false;
      if (kept.length === 0) cancelEmptied(db, vault, id);
      else shrinkImport(db, id, found.length);
    }
    writeSealedRows(db, id, sealed);
    moveBatchCorrections(db, vault, id, gone);
    if (kept.length > 0) inReply();
    else dropReply(db, id);
    for (const key of keys) if (!stay.has(key)) removeKey(db, key, new Set([id]));
    countForgotten(db, id, found.length);
    return true;
  });
  return work.immediate();
}

/** A batch of nobody else: it is not sent. */
function cancelEmptied(db: Database, vault: Vault, id: number): void {
  const context = { now: Date.now() };
  const store = createBatchStore(db, vault);
  // Nobody is left about whom it could be uncertain.
  store.apply(id, { kind: "resolve", as: "resend" }, context);
  store.apply(id, { kind: "cancel" }, context);
}

/** Index keys of some rows of a batch. */
function keysOf(
  vault: Vault,
  account: string,
  { fields, rows }: OpenBatch,
  places: readonly number[],
): ReadonlySet<number> {
  const columns = ["code", "card_number", "email"].flatMap((field) => {
    const at = (fields as readonly string[]).indexOf(field);
    return at < 0 ? [] : [at];
  });
  const found = new Set<number>();
  for (const place of places) {
    for (const at of columns) {
      const key = customerKey(vault, account, rows[place]?.values[at] ?? "");
      if (key !== null) found.add(key.high * 16 + key.nibble);
    }
  }
  return found;
}
