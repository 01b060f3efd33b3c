import type { ForgetResult } from "../../preload/types.ts";
import { customerKey } from "../customers/keys.ts";
import { removeKey } from "../customers/remove.ts";
import type { Database } from "../database/open.ts";
import { createBatchStore } from "../delivery/batch-store.ts";
import { sealPayload } from "../delivery/payload.ts";
import { createPayloadCache, type OpenBatch } from "../undo/payload-cache.ts";
import type { Vault } from "../vault/vault.ts";
import { accountsOf, type CustomerQuery, findCustomer } from "./find-customer.ts";
import { forgetInDrafts } from "./forget-in-drafts.ts";
import { forgetInLists } from "./forget-in-lists.ts";
import { forgetInMends, moveMend } from "./forget-in-mends.ts";
import { createPerson } from "./person.ts";

export interface ForgetRequest extends CustomerQuery {
  /** Otherwise only counts. */
  readonly confirm: boolean;
  /** Rows that wait to be sent too. */
  readonly includeQueue: boolean;
}

interface BatchState {
  readonly importId: number;
  readonly state: string;
  readonly rows: number;
}

const OPEN: ReadonlySet<string> = new Set(["queued", "waiting", "sending", "uncertain"]);
const MAY_CHANGE: ReadonlySet<string> = new Set(["queued", "waiting"]);

/**
 * Takes one person's data out of the history: rows, replies that may repeat them, lists being
 * prepared, rows left out of imports, and the index; rows that wait only where asked for. Counts
 * stay, and each import keeps how many rows were taken away. Each batch is one transaction.
 * @throws AppError "not-found" for a connection that is gone
 */
export function forgetCustomer(db: Database, vault: Vault, request: ForgetRequest): ForgetResult {
  const open = createPayloadCache(db, vault);
  const stateOf = db.prepare(
    "SELECT import_id AS importId, state, row_count AS rows FROM batches WHERE id = ?",
  );
  const imports = new Set<number>();
  let rows = 0;
  let queuedRows = 0;
  const person = createPerson(request.customer);
  for (const account of accountsOf(db, request)) {
    const every = Number.POSITIVE_INFINITY;
    const { batchIds, places } = findCustomer(db, vault, account, request.customer, open, every);
    for (const id of batchIds) {
      const batch = open(id);
      const found = batch === null ? [] : places(batch);
      const state = stateOf.get(id) as BatchState | undefined;
      if (batch === null || state === undefined || found.length === 0) continue;
      imports.add(state.importId);
      rows += found.length;
      if (OPEN.has(state.state)) queuedRows += found.length;
      for (const place of found) {
        person.add(batch.identities[place] ?? { code: "", card: "" });
      }
      const waits = OPEN.has(state.state);
      if (!request.confirm || (waits && !(request.includeQueue && MAY_CHANGE.has(state.state)))) {
        continue;
      }
      forgetRows(db, vault, { account, id, batch, found, waits });
    }
  }
  if (request.confirm) {
    forgetInDrafts(db, vault, person);
    forgetInMends(db, vault, person);
  }
  const draftRows = forgetInLists(db, vault, person, request.confirm);
  return { imports: imports.size, rows, queuedRows, draftRows, done: request.confirm };
}

function forgetRows(
  db: Database,
  vault: Vault,
  about: {
    readonly account: string;
    readonly id: number;
    readonly batch: OpenBatch;
    readonly found: readonly number[];
    readonly waits: boolean;
  },
): void {
  const { account, id, batch, found, waits } = about;
  const gone = new Set(found);
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
      const { changes } = db
        .prepare(
          `UPDATE batches SET row_count = max(1, ?)
           WHERE id = ? AND state IN ('queued', 'waiting')`,
        )
        .run(kept.length, id);
      if (changes === 0) return;
      if (sealed !== null) writeRows(db, id, sealed);
      if (kept.length === 0) cancelEmptied(db, vault, id);
      else shrinkImport(db, id, found.length);
    } else {
      writeRows(db, id, sealed);
      moveMend(db, vault, id, gone);
      db.prepare("DELETE FROM batch_replies WHERE batch_id = ?").run(id);
      db.prepare("UPDATE batches SET sealed_words = NULL WHERE id = ?").run(id);
    }
    for (const key of keys) if (!stay.has(key)) removeKey(db, key, new Set([id]));
    db.prepare(
      `UPDATE imports SET rows_forgotten = rows_forgotten + ?
       WHERE id = (SELECT import_id FROM batches WHERE id = ?)`,
    ).run(found.length, id);
  });
  work.immediate();
}

/** A batch of nobody else: it is not sent, and holds nothing any more. */
function cancelEmptied(db: Database, vault: Vault, id: number): void {
  const context = { now: Date.now(), random: Math.random };
  createBatchStore(db, vault).apply(id, { kind: "cancel" }, context);
  writeRows(db, id, null);
}

function writeRows(db: Database, id: number, sealed: Buffer | null): void {
  if (sealed === null) db.prepare("DELETE FROM batch_rows WHERE batch_id = ?").run(id);
  else db.prepare("UPDATE batch_rows SET sealed_rows = ? WHERE batch_id = ?").run(sealed, id);
}

function shrinkImport(db: Database, id: number, rows: number): void {
  db.prepare(
    `UPDATE imports SET rows_total = rows_total - ?
     WHERE id = (SELECT import_id FROM batches WHERE id = ?)`,
  ).run(rows, id);
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
