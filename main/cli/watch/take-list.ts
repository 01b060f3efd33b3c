import type { Connection } from "../../../preload/types.ts";
import { AppError, toAppError } from "../../common/errors.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { hashFile } from "../../pipeline/staging/file-hash.ts";
import { serverOf } from "../../records/connections/server.ts";
import { queuedFromFile } from "../../records/imports/past/earlier-imports.ts";
import type { CliContext } from "../command.ts";
import { EXIT, type ExitStatus, exitOf, exitOfError } from "../outcome/exit.ts";
import { importOutcome, invalidOutcome, NO_ROWS } from "../outcome/import-outcome.ts";
import type { Outcome } from "../outcome/outcome.ts";
import { runImport } from "../sending/run-import.ts";
import { sendImport } from "../sending/send-import.ts";
import type { CliServices } from "../services.ts";
import type { ImportWords } from "../words/import-words.ts";
import type { SeenFile } from "./folder.ts";

/** What became of a list that was taken. */
export interface Taken {
  readonly outcome: Outcome;
  readonly status: ExitStatus;
  readonly notes: readonly string[];
  /** Why it was not imported at all. */
  readonly error: AppError | null;
  /** The import that its contents were sent with before. */
  readonly before: number | null;
}

/** The program is to end, somebody moved the list, or the data folder is at fault: not the list. */
const STAYS = /^(?:cancelled$|file-missing$|database-|disk-full$|vault-|key-file-)/;

/**
 * Imports a list once. Its contents are kept with the import in the transaction that queues it, so that
 * whatever ends the program, the same contents are found again and not queued another time; what
 * was still to be sent of them then goes out.
 * @throws AppError "cancelled" where the program is to end; those of the data folder
 */
export async function takeList(
  context: CliContext,
  services: CliServices,
  words: ImportWords,
  connection: Connection,
  file: SeenFile,
): Promise<Taken> {
  const { db, vault } = services;
  const server = serverOf(connection);
  const fileHash = await hashFile(vault, file.path);
  if (fileHash === null) throw new AppError("file-missing", { params: { name: file.name } });
  const about = { fileHash, ...server };
  const known = queuedFromFile(db, { ...about, except: null });
  if (known !== undefined) return await goOn(context, services, known.id);
  try {
    const ended = await runImport(
      context,
      services,
      { ...words, path: file.path, name: file.name },
      connection,
      {
        name: file.name,
        withQueued(importId) {
          // Another program that watches the same folder was faster.
          const other = queuedFromFile(db, { ...about, except: importId });
          if (other !== undefined) throw new AppError("cancelled", { detail: "queued elsewhere" });
        },
      },
    );
    return { ...ended, error: null, before: null };
  } catch (thrown) {
    const error = toAppError(databaseError(thrown));
    if (STAYS.test(error.code)) throw error;
    // A program that writes it still holds it, as on Windows.
    if (error.code === "file-locked") throw new AppError("cancelled", { cause: error });
    const isQueued = queuedFromFile(db, { ...about, except: null }) !== undefined;
    if (isQueued) throw error;
    const outcome = invalidOutcome(NO_ROWS, []);
    return { outcome, status: exitOfError(error), notes: [], error, before: null };
  }
}

/** What an import of the same contents has come to, once what waits of it was sent. */
async function goOn(context: CliContext, services: CliServices, importId: number): Promise<Taken> {
  const { history } = services;
  if (history.summary(importId).counts.open > 0) await sendImport(context, services, importId);
  const { checked } = history.get(importId);
  const outcome = importOutcome(services, importId, checked, { problems: [], findings: [] });
  return { outcome, status: exitOf(outcome.state), notes: [], error: null, before: importId };
}

/** What is answered, or waits for its answer by itself. */
export function isDone(status: ExitStatus): boolean {
  return status === EXIT.done || status === EXIT.queued;
}
