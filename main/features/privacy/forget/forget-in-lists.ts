import type { FieldName } from "../../../../preload/fields.ts";
import type { Connection } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { type Server, serverOf } from "../../../records/connections/server.ts";
import { removeKey } from "../../../records/customers/remove.ts";
import { keysOfRows } from "../../../records/customers/row-keys.ts";
import {
  type CorrectedValues,
  readCorrections,
  withCorrections,
} from "../../../records/drafts/corrected-values.ts";
import {
  openStored,
  type StoredRow,
  sealStored,
} from "../../../records/imports/batches/payload.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import {
  batchOfEarlier,
  createEarlierChunks,
  createLeftChunks,
} from "../../../records/imports/retention/kept-chunks.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { People } from "../person.ts";

interface Chunk {
  readonly owner: number;
  readonly chunk: number;
  readonly fields: string;
  /** Position of its first row in a list being prepared. */
  readonly first?: number;
  readonly sealed: Buffer;
  /** What it is for; null where no connection is chosen yet. */
  readonly address: string | null;
  readonly account: string | null;
  /** The kind of the connection that was chosen. */
  readonly kind?: Connection["kind"];
}

function serverOfChunk({ address, account, kind }: Chunk): Server | null {
  if (address === null || account === null) return null;
  if (kind === undefined) return { address, accountId: account };
  return serverOf({ kind, url: address, accountId: account });
}

function stagedChunks(db: Database): Pick<Place, "next" | "write"> {
  const next = statement<[owner: number, chunk: number], Chunk>(
    db,
    `SELECT staging_id AS owner, chunk, fields, first_index AS first,
       (SELECT sealed_rows FROM row_blocks WHERE id = block_id) AS sealed,
       url AS address, account_id AS account, kind
     FROM staged_chunks JOIN stagings ON stagings.id = staging_id
     LEFT JOIN drafts ON drafts.id = draft_id
     LEFT JOIN connections ON connections.id = drafts.options ->> '$.connectionId'
     WHERE (staging_id, chunk) > (?, ?)
     ORDER BY staging_id, chunk LIMIT 1`,
  );
  const write = statement<[sealed: Buffer, owner: number, chunk: number]>(
    db,
    "UPDATE staged_rows SET sealed_rows = ? WHERE staging_id = ? AND chunk = ?",
  );
  return {
    next: (owner, chunk) => next.get(owner, chunk),
    write: (sealed, owner, chunk) => void write.run(sealed, owner, chunk),
  };
}

/**
 * Goes through lists being prepared, rows that imports left out, and rows as they were before a
 * correction. "learn" lets the person's rows tell by what else they are known; "forget" takes them
 * out. A row of a list being prepared stays as an empty one, which is never sent, so that
 * positions stay what they are.
 */
export function visitLists(db: Database, vault: Vault, people: People, what: Visit): Visited {
  const staged = visit(db, people, what, {
    ...stagedChunks(db),
    open: (sealed) => openStored(vault, sealed).rows,
    seal: (fields, rows) => sealStored(vault, { fields, rows }),
    corrected: ({ owner, first = 0 }, rows) =>
      readCorrections(db, vault, owner, first, first + rows),
    emptied: ({ owner, chunk }, places) => leaveOut(db, owner, chunk, places),
  });
  const left = visit(db, people, what, {
    ...createLeftChunks(db),
    open: (sealed) => vault.openJson<readonly StoredRow[]>(sealed),
    seal: (_, rows) => vault.sealJson(rows),
    emptied: () => undefined,
  });
  const earlier = visit(db, people, what, {
    ...createEarlierChunks(db),
    fields: (sealed) => openStored(vault, sealed).fields,
    open: (sealed) => openStored(vault, sealed).rows,
    seal: (fields, rows) => sealStored(vault, { fields, rows }),
    emptied: ({ owner }, places, rows, fields) =>
      forgetKeys(db, vault, owner, { fields, rows: rows.filter((_, at) => places.includes(at)) }),
  });
  return {
    learned: staged.learned + left.learned + earlier.learned,
    draftRows: staged.rows,
    leftOutRows: left.rows,
    stagings: staged.owners,
    imports: left.owners,
  };
}

/** What was learned ("learn"), or met and, with "forget", taken out. */
interface Visited {
  /** Rows that told something new. */
  readonly learned: number;
  readonly draftRows: number;
  readonly leftOutRows: number;
  /** Checks of lists and imports that held the person's rows. */
  readonly stagings: ReadonlySet<number>;
  readonly imports: ReadonlySet<number>;
}

/** The index leads to a batch by what its rows were before they were corrected, too. */
function forgetKeys(
  db: Database,
  vault: Vault,
  earlier: number,
  { fields, rows }: { readonly fields: readonly FieldName[]; readonly rows: readonly StoredRow[] },
): void {
  const found = batchOfEarlier(db, earlier);
  if (found === undefined) return;
  const { batchId, account } = found;
  const now = readPayload(db, vault, batchId);
  const stay = now === null ? new Set<number>() : keysOfRows(vault, account, now);
  const gone = keysOfRows(vault, account, { fields, rows: rows.map(([, values]) => ({ values })) });
  for (const key of gone) if (!stay.has(key)) removeKey(db, key, new Set([batchId]));
}

type Visit = "learn" | "count" | "forget";

interface Place {
  /** Where the fields stand with the rows. */
  readonly fields?: (sealed: Buffer) => readonly FieldName[];
  /** The first chunk after another, by owner and number. */
  readonly next: (owner: number, chunk: number) => Chunk | undefined;
  readonly write: (sealed: Buffer, owner: number, chunk: number) => void;
  readonly open: (sealed: Buffer) => readonly StoredRow[];
  readonly seal: (fields: readonly FieldName[], rows: readonly StoredRow[]) => Buffer;
  /** What a person typed over the chunk's rows, by position in the list. */
  readonly corrected?: (chunk: Chunk, rows: number) => CorrectedValues;
  readonly emptied: (
    chunk: Chunk,
    places: readonly number[],
    rows: readonly StoredRow[],
    fields: readonly FieldName[],
  ) => void;
}

function visit(
  db: Database,
  people: People,
  what: Visit,
  where: Place,
): { readonly rows: number; readonly learned: number; readonly owners: ReadonlySet<number> } {
  let owner = -1;
  let chunk = -1;
  const owners = new Set<number>();
  let rows = 0;
  let learned = 0;
  for (;;) {
    const record = where.next(owner, chunk);
    if (record === undefined) return { rows, learned, owners };
    ({ owner, chunk } = record);
    const fields =
      where.fields?.(record.sealed) ?? (JSON.parse(record.fields) as readonly FieldName[]);
    const found = where.open(record.sealed);
    const corrections = where.corrected?.(record, found.length);
    const persons = people.of(serverOfChunk(record));
    const hits: number[] = [];
    for (const [at, [, read]] of found.entries()) {
      const typed = withCorrections(read, fields, corrections?.get((record.first ?? 0) + at));
      let theirs = false;
      for (const person of persons) {
        for (const values of typed === read ? [read] : [read, typed]) {
          if (!person.owns(fields, values)) continue;
          theirs = true;
          if (what === "learn" && person.learn(fields, values)) learned += 1;
        }
      }
      if (theirs) hits.push(at);
    }
    rows += hits.length;
    if (hits.length > 0) owners.add(record.owner);
    if (what !== "forget" || hits.length === 0) continue;
    const gone = new Set(hits);
    const kept = found.map(
      (row, at): StoredRow => (gone.has(at) ? [row[0], row[1].map(() => "")] : row),
    );
    const work = db.transaction(() => {
      where.write(where.seal(fields, kept), record.owner, record.chunk);
      where.emptied(record, hits, found, fields);
    });
    work.immediate();
  }
}

/** Bit 0 of a row's status byte says that it has an error and is not sent. */
function leaveOut(db: Database, staging: number, chunk: number, places: readonly number[]): void {
  const record = db
    .prepare(
      "SELECT first_index AS first, status FROM staged_chunks WHERE staging_id = ? AND chunk = ?",
    )
    .get(staging, chunk) as { readonly first: number; readonly status: Buffer };
  for (const place of places) {
    record.status[place] = (record.status[place] ?? 0) | 1;
    db.prepare("DELETE FROM staged_edits WHERE staging_id = ? AND row_index = ?").run(
      staging,
      record.first + place,
    );
  }
  // The chunk cannot be sent as it was sealed any more, and its hashes could name the person.
  db.prepare(
    `UPDATE staged_chunks SET status = ?, delimiter = NULL, value_hashes = x''
     WHERE staging_id = ? AND chunk = ?`,
  ).run(record.status, staging, chunk);
}
