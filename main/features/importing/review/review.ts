import { setImmediate as nextTurn } from "node:timers/promises";
import type { FieldName } from "../../../../preload/fields.ts";
import type {
  Page,
  Problem,
  ReviewCounts,
  RowFilter,
  RowPage,
  StagedRow,
} from "../../../../preload/types.ts";
import type { RowProblem } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import {
  countProblems,
  problemPage,
  problemsOfRows,
} from "../../../pipeline/staging/problem-rows.ts";
import { toProblem } from "../../../pipeline/validation/messages.ts";
import { CHUNK_ROWS, place, readRowsOfChunk, readStatus } from "../../../records/drafts/chunks.ts";
import { readCorrections, withCorrections } from "../../../records/drafts/corrected-values.ts";
import { getStaging, type Staging } from "../../../records/drafts/stagings.ts";
import {
  countOf,
  countStatus,
  ERROR,
  LEFT_OUT,
  pageOf,
  TRIED,
  WARNING,
} from "../../../records/drafts/status.ts";
import type { StoredRow } from "../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { masked } from "./masked.ts";

/** Stagings whose status bytes stay in memory: one byte a row. */
const KEPT_STAGINGS = 4;
/** Chunks that are opened before other work gets its turn: some milliseconds. */
const CHUNKS_A_TURN = 8;

/** Reads the checked rows of stagings for the review, page by page. */
export interface Review {
  /** One status byte a row; a change to it must be written to the database first. */
  status(stagingId: number): Uint8Array;
  counts(stagingId: number): ReviewCounts;
  /**
   * A mark of the rows' state: it is another text whenever rows, problems or status may have
   * changed.
   */
  version(stagingId: number): string;
  /** Lets go of what is known of a staging: it has changed in the database. */
  forget(stagingId: number): void;
  page(
    stagingId: number,
    filter: RowFilter,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<RowPage>;
  problems(
    stagingId: number,
    page: { readonly offset: number; readonly limit: number },
  ): Page<Problem>;
  rows(stagingId: number, indexes: readonly number[]): Promise<readonly StagedRow[]>;
}

/** Changes with every commit of another connection, and not with one's own. */
function versionOf(db: Database): number {
  return Number(db.pragma("data_version", { simple: true }));
}

export function createReview(db: Database, vault: Vault): Review {
  const known = new Map<number, Uint8Array>();
  /** How many problems a check has, counted once. */
  const counted = new Map<number, number>();

  /** How often each staging was let go of. */
  const forgotten = new Map<number, number>();

  let seen = versionOf(db);

  /** Another process has changed the database: a customer was forgotten, a list corrected. */
  function letGoOfOld(): void {
    const version = versionOf(db);
    if (version === seen) return;
    seen = version;
    known.clear();
    counted.clear();
  }

  function status(stagingId: number): Uint8Array {
    letGoOfOld();
    const bytes = known.get(stagingId) ?? readStatus(db, stagingId);
    known.delete(stagingId);
    known.set(stagingId, bytes);
    const [oldest] = known.keys();
    if (known.size > KEPT_STAGINGS && oldest !== undefined) known.delete(oldest);
    return bytes;
  }

  async function rows(
    stagingId: number,
    indexes: readonly number[],
  ): Promise<readonly StagedRow[]> {
    const staging = getStaging(db, stagingId);
    const problems = problemsOfRows(db, stagingId, indexes);
    const stored = new Map<number, StoredRow>();
    let opened = 0;
    for (const [chunk, places] of Map.groupBy(indexes.map(place), ({ chunk }) => chunk)) {
      opened += 1;
      if (opened % CHUNKS_A_TURN === 0) await nextTurn();
      const wanted = new Set(places.map(({ at }) => at));
      for (const [at, row] of readRowsOfChunk(db, vault, stagingId, { chunk, wanted })) {
        stored.set(chunk * CHUNK_ROWS + at, row);
      }
    }
    return indexes.flatMap((index) => {
      const row = stored.get(index);
      if (row === undefined) return [];
      const about = { staging, index, status: status(stagingId)[index] ?? 0 };
      return [shownRow(about, row, problems.get(index) ?? [])];
    });
  }

  function shownRow(
    about: { readonly staging: Staging; readonly index: number; readonly status: number },
    [row, values]: StoredRow,
    problems: readonly RowProblem[],
  ): StagedRow {
    const { staging, index } = about;
    const { fields } = staging;
    const corrections = readCorrections(db, vault, staging.id, index, index + 1).get(index);
    return {
      index,
      row,
      values: masked(withCorrections(values, fields, corrections), fields),
      status: wordOf(about.status),
      leftOut: (about.status & LEFT_OUT) !== 0,
      sent: (about.status & TRIED) !== 0,
      corrected: correctedPlaces(fields, corrections),
      problems: problems.map(toProblem),
    };
  }

  return {
    status,
    rows,
    counts: (stagingId) => countStatus(status(stagingId)),
    version(stagingId) {
      letGoOfOld();
      return `${seen}/${forgotten.get(stagingId) ?? 0}`;
    },
    forget(stagingId) {
      forgotten.set(stagingId, (forgotten.get(stagingId) ?? 0) + 1);
      known.delete(stagingId);
      counted.delete(stagingId);
    },
    problems(stagingId, page) {
      const total = counted.get(stagingId) ?? countProblems(db, stagingId);
      counted.set(stagingId, total);
      return { items: problemPage(db, stagingId, page), total };
    },
    async page(stagingId, filter, { offset, limit }) {
      const bytes = status(stagingId);
      const indexes = pageOf(bytes, filter, offset, limit);
      return {
        fields: getStaging(db, stagingId).fields,
        rows: await rows(stagingId, indexes),
        total: countOf(countStatus(bytes), filter),
      };
    },
  };
}

/** A row's state in the window's words. */
export function wordOf(status: number): StagedRow["status"] {
  if ((status & ERROR) !== 0) return "error";
  return (status & WARNING) !== 0 ? "warning" : "valid";
}

function correctedPlaces(
  fields: readonly FieldName[],
  corrections: ReadonlyMap<FieldName, string> | undefined,
): readonly number[] {
  if (corrections === undefined) return [];
  return fields.flatMap((field, at) => (corrections.has(field) ? [at] : []));
}
