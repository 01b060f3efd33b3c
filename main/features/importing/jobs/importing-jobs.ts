import type { AddedAgain, ColumnValues } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { addedAgain, type RowsToSend } from "../../../pipeline/staging/earlier/added-again.ts";
import {
  type EarlierRequest,
  tellEarlier,
} from "../../../pipeline/staging/earlier/tell-earlier.ts";
import { type CheckOfList, renewCheck } from "../../../pipeline/staging/renewal/renew.ts";
import { stageList } from "../../../pipeline/staging/stage.ts";
import type { Server } from "../../../records/connections/server.ts";
import { reliesOn, writeCheckedFor } from "../../../records/drafts/checked-for.ts";
import type { StageRequest, StagingResult } from "../../../records/drafts/staging-types.ts";
import type { JobHooks, JobWork } from "../../../records/jobs.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { countValues, type ValuesRequest } from "../mappings/count-values.ts";
import { applyToAll } from "../review/bulk/apply-to-all.ts";
import type { BulkRequest, BulkTurn, CellsRequest } from "../review/bulk/bulk-types.ts";
import { correctCells } from "../review/bulk/correct-cells.ts";
import { turnBulk } from "../review/bulk/turn-bulk.ts";
import { exportInvalid, type InvalidExport } from "../review/export-invalid.ts";
import type { SendRequest } from "../sending/send-request.ts";
import { type SendHooks, sendStaged } from "../sending/send-staged.ts";

/** What a process of its own does with a list. */
export interface ImportingJobs {
  /** Reads, maps and checks a whole list. */
  readonly stage: {
    /** server: what was sent there before is told with the result; null for none. */
    readonly input: StageRequest & { readonly server: Server | null };
    readonly result: StagingResult;
  };
  /** Counts the values of one field. */
  readonly "count-values": { readonly input: ValuesRequest; readonly result: ColumnValues };
  readonly "apply-to-all": {
    readonly input: BulkRequest & { readonly draftId: number };
    readonly result: { readonly changed: number };
  };
  readonly "correct-cells": {
    readonly input: CellsRequest;
    /** closed: cells of rows that have gone out. */
    readonly result: { readonly changed: number; readonly closed: number };
  };
  readonly "turn-bulk": { readonly input: BulkTurn; readonly result: null };
  readonly "tell-earlier": { readonly input: EarlierRequest; readonly result: null };
  /** Brings a check to what holds now. */
  readonly "renew-check": {
    readonly input: CheckOfList;
    readonly result: { readonly differs: boolean };
  };
  /** What rows would add a second time. */
  readonly "added-again": { readonly input: RowsToSend; readonly result: AddedAgain };
  /** Puts the rows to be sent into the queue. */
  readonly send: { readonly input: SendRequest; readonly result: { readonly importId: number } };
  /** Writes the rows with errors to a workbook at `path`. */
  readonly "export-invalid": {
    readonly input: InvalidExport;
    readonly result: null;
  };
}

/** @param recheckRestore the undoing feature's */
export function importingJobs({
  recheckRestore,
}: Pick<SendHooks, "recheckRestore">): JobWork<ImportingJobs> {
  return {
    stage,
    "count-values": (_db, _vault, request, hooks) => countValues(request, hooks),
    "apply-to-all": applyToAll,
    "correct-cells": correctCells,
    "turn-bulk": turnBulk,
    "tell-earlier": tellEarlier,
    "added-again": (db, vault, input) => addedAgain(db, vault, input),
    "renew-check"(db, vault, input) {
      const { rows, sent, meant } = renewCheck(db, vault, input);
      return { differs: rows > 0 || sent.length > 0 || meant !== null };
    },
    send: (db, vault, request, hooks) =>
      sendStaged(db, vault, request, { ...hooks, recheckRestore }),
    async "export-invalid"(db, vault, input) {
      await exportInvalid(db, vault, input);
      return null;
    },
  };
}

/** Checks the list, then compares it with what was sent before: one result for both. */
async function stage(
  db: Database,
  vault: Vault,
  { server, ...request }: ImportingJobs["stage"]["input"],
  hooks: JobHooks,
): Promise<StagingResult> {
  const { connectionId } = request.options;
  // Taken first: what is sent while the list is read was not compared.
  const relied = reliesOn(db, connectionId);
  const result = await stageList(db, vault, request, hooks);
  const { stagingId } = result;
  if (relied !== null) writeCheckedFor(db, stagingId, relied);
  if (server !== null && connectionId !== null) {
    const about = { stagingId, path: request.path, connectionId, server };
    await tellEarlier(db, vault, { ...about, trialId: trialOf(db, request.draftId) });
  }
  return result;
}

function trialOf(db: Database, draftId: number | null): number | null {
  const find = db.prepare("SELECT trial_import_id FROM drafts WHERE id = ?").pluck();
  return (find.get(draftId) as number | null | undefined) ?? null;
}
