import { AppError } from "../../../../main/common/errors.ts";
import { releaseTrials } from "../../../../main/features/importing/sending/release-trials.ts";
import { sendStaged } from "../../../../main/features/importing/sending/send-staged.ts";
import { recheckRestore } from "../../../../main/features/rollback/plan/recheck.ts";
import { NO_STAMP } from "../../../../main/features/rollback/prepare.ts";
import { createKeyIdentities } from "../../../../main/pipeline/batches/row-identity.ts";
import { addedAgain } from "../../../../main/pipeline/staging/earlier/added-again.ts";
import { createSentBefore } from "../../../../main/pipeline/staging/earlier/sent-before.ts";
import { createRowWriter } from "../../../../main/pipeline/staging/row-writer.ts";
import { reliesOn, writeCheckedFor } from "../../../../main/records/drafts/checked-for.ts";
import { createDraftStore } from "../../../../main/records/drafts/draft-store.ts";
import {
  beginStaging,
  finishStaging,
  stagingOfDraft,
} from "../../../../main/records/drafts/stagings.ts";
import { LEFT_OUT, REPEATED } from "../../../../main/records/drafts/status.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { type List, specOf } from "../../../pipeline/delivery/lists.ts";
import type { Shop } from "./shop.ts";

/** A checked list, as the review leaves it; and the rows that the option has left out. */
export function prepareList(shop: Shop, connectionId: number, list: List) {
  const db = shop.db();
  const { vault } = shop;
  const fields: readonly FieldName[] = list.fields ?? [];
  const { mapping, options, columns } = specOf(connectionId, list);
  const stagingId = beginStaging(db, { fields, source: "list", signature: "list" });
  const relied = reliesOn(db, connectionId);
  const writer = createRowWriter(db, vault, { id: stagingId, fields });
  const sentBefore = createSentBefore(db, vault, options, fields);
  const leftOut: (readonly string[])[] = [];
  const keysOf = createKeyIdentities(fields);
  const seen = new Set<string>();
  for (const [at, values] of list.rows.entries()) {
    const keys = keysOf(values);
    const repeats = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    const unchanged = !repeats && sentBefore?.isUnchanged(values) === true;
    if (unchanged) leftOut.push(values);
    writer.add({ row: at + 2, values }, unchanged ? LEFT_OUT | REPEATED : 0, []);
  }
  const { rowBytes } = writer.end();
  const draftId = createDraftStore(db, vault).insert({
    ...{ path: "list.csv", fileName: "list.csv", stamp: NO_STAMP, ownsFile: false },
    ...{ step: "review", choice: {}, restores: null, remembered: null, blocks: [] },
    connectionChosen: true,
    ...{ mapping, options },
    reading: {
      ...{ format: "csv", encoding: null, delimiter: null, sheets: [], sheet: "list" },
      ...{ headerRow: 1, firstRows: [], notices: [] },
      columns: columns.map((column) => ({ ...column, samples: [] })),
    },
  });
  finishStaging(db, stagingId, { draftId, rowBytes, notices: [] });
  if (relied !== null) writeCheckedFor(db, stagingId, relied);
  return { draftId, leftOut };
}

/** What may stand in the way of sending; the draft stays. */
const REFUSED: ReadonlySet<string> = new Set([
  "nothing-to-send",
  "trial-not-over",
  "restore-changed",
  "restore-moved",
  "restore-gone",
  "undo-moved",
  "undo-no-connection",
  "check-rows-changed",
  "check-sent-since",
  "check-server-changed",
]);

/** Something was sent since the list was checked; the check was renewed, and the person has seen it. */
const RENEWED: ReadonlySet<string | number> = new Set(["check-rows-changed", "check-sent-since"]);

/**
 * Sends a prepared list: some rows alone, or all that are left.
 * @returns the import, or why there is none
 */
export function sendPrepared(
  shop: Shop,
  draftId: number,
  trialRows: number | null,
): number | string {
  const outcome = pressSend(shop, draftId, trialRows);
  return RENEWED.has(outcome) ? pressSend(shop, draftId, trialRows) : outcome;
}

function pressSend(shop: Shop, draftId: number, trialRows: number | null): number | string {
  const db = shop.db();
  const { vault } = shop;
  releaseTrials(db, vault, () => false);
  const { reading, mapping, options, trial, restores } = createDraftStore(db, vault).get(draftId);
  const stagingId = stagingOfDraft(db, draftId)?.id ?? 0;
  const connectionId = options.connectionId ?? 0;
  const gone = db.prepare("SELECT 1 FROM connections WHERE id = ?").get(connectionId) === undefined;
  if (gone) return "connection-gone";
  const server = shop.serverOf(connectionId);
  const fields = mapping.map(({ field }) => field);
  const { checked: _, ...spec } = specOf(connectionId, {
    fields,
    rows: [],
    batchRows: 2,
    ...server,
  });
  // A person confirms whatever the window says is added a second time.
  const trialId = trial?.importId ?? null;
  const added = addedAgain(db, vault, { stagingId, server, trialId, limit: trialRows });
  try {
    const request = {
      ...{ draftId, stagingId, columns: reading.columns, trialRows, trial },
      confirmed: { before: added.before.sum, inList: added.inList.sum },
      spec: {
        ...{ ...spec, mapping, options },
        ...(restores === null ? {} : { undoesImportId: restores }),
      },
    };
    return sendStaged(db, vault, request, { recheckRestore }).importId;
  } catch (error) {
    if (error instanceof AppError && REFUSED.has(error.code)) return error.code;
    throw error;
  }
}
