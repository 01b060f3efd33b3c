import type { CheckCounts, Connection, Notice } from "../../../preload/types.ts";
import { AppError, toAppError } from "../../common/errors.ts";
import { sentColumns } from "../../features/importing/mappings/sent-columns.ts";
import { enqueueStaged } from "../../pipeline/delivery/enqueue/enqueue-staged.ts";
import { countStaged } from "../../pipeline/staging/count-staged.ts";
import { earlierSendings } from "../../pipeline/staging/earlier/earlier-sendings.ts";
import { renewCheck, requireSameCheck } from "../../pipeline/staging/renewal/renew.ts";
import { requireCurrent } from "../../pipeline/staging/renewal/require-current.ts";
import { serverOf } from "../../records/connections/server.ts";
import type { DataServices } from "../data-services.ts";
import type { StagedImport } from "./stage-import.ts";

/** How often a list is compared anew because something else was sent in the same moment. */
const TRIES = 5;

export interface ImportHooks {
  /** The list's name in the history. */
  readonly name: string;
  /** Inside the transaction that queues it; what it throws takes that back. */
  readonly withQueued?: (importId: number) => void;
}

/** A checked list, and what happens with it in the transaction that queues it. */
type QueuedList = StagedImport & ImportHooks;

/** What is known to have been sent before of a list that goes out now. */
export function sentBefore(
  { db, vault }: DataServices,
  stagingId: number,
  connection: Connection,
): readonly Notice[] {
  const fileHash = db
    .prepare("SELECT file_hash FROM stagings WHERE id = ?")
    .pluck()
    .get(stagingId) as Buffer | null;
  const server = serverOf(connection);
  return earlierSendings(db, vault, { stagingId, server, fileHash, trialId: null });
}

/**
 * Queues a checked list. Where only what changed is to go, it is compared anew as long as another
 * program sends in the same moment.
 * @param tell a line for people, before anything goes
 * @throws AppError check-server-changed | check-overtaken; as enqueueStaged
 */
export function queueStaged(
  services: DataServices,
  connection: Connection,
  staged: QueuedList,
  tell: (line: string) => void,
): { readonly importId: number; readonly counts: CheckCounts } {
  const { db, vault } = services;
  const { stagingId } = staged.result;
  const comparing = staged.options.onlyChanged === true;
  for (let tries = 1; ; tries += 1) {
    const about = { stagingId, options: staged.options, trialId: null };
    const renewed = comparing ? renewCheck(db, vault, about) : null;
    if (renewed !== null) {
      requireSameCheck({ ...renewed, rows: 0, sent: [] });
      if (renewed.rows > 0) tell(new AppError("check-compared-again").message);
    }
    const relied = { connectionId: connection.id, server: serverOf(connection) };
    const mark = renewed?.now?.mark ?? null;
    try {
      const counts = countStaged(db, stagingId);
      const importId = enqueue(services, connection, staged, (id) => {
        requireCurrent(db, id, { ...relied, mark });
        staged.withQueued?.(id);
      });
      return { importId, counts };
    } catch (error) {
      if (toAppError(error).code !== "check-overtaken" || !comparing || tries === TRIES)
        throw error;
    }
  }
}

function enqueue(
  { db, vault }: DataServices,
  connection: Connection,
  { name, reading, options, output, batchRows, result }: QueuedList,
  withQueued: (importId: number) => void,
): number {
  const spec = {
    fileName: name,
    sheet: reading.sheet,
    headerRow: reading.headerRow,
    columns: sentColumns(db, reading.columns, result.mapping, connection),
    mapping: result.mapping,
    options,
    output,
    connection: { ...connection, ...serverOf(connection) },
    batchRows,
  };
  return enqueueStaged(db, vault, result.stagingId, spec, { withQueued }).importId;
}
