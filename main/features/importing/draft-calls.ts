import type { CallInput } from "../../../preload/contract.ts";
import type { Connection, Draft, RecentFile } from "../../../preload/types.ts";
import type { MethodsFor } from "../../common/calls.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Looker } from "../../pipeline/looks/looker.ts";
import type { CustomFieldsChange } from "../../records/connections/custom-fields.ts";
import type { JobRunner } from "../../records/jobs.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { Vault } from "../../records/vault/vault.ts";
import type { RegisteredFile } from "./files/file-registry.ts";
import type { ImportingJobs } from "./jobs/importing-jobs.ts";
import type { MappingLibrary } from "./mappings/mapping-library.ts";

export interface DraftsDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly host: Pick<Host, "fork" | "saveFile" | "emit">;
  /** Work on whole lists. */
  readonly jobs: JobRunner<ImportingJobs>;
  readonly connections: {
    list(): readonly Connection[];
    /** Begins to ask for the names of a connection's custom fields; nothing waits for them. */
    readonly refreshCustomFields?: (id: number) => Promise<void>;
  };
  /** Keeps corrected cells, rows left out and changed mappings, to be taken back. */
  readonly undoLog?: UndoLog;
  /** The shipped sample list; found by itself where absent. */
  readonly samplePath?: string;
  /** What looks at lists; the host's own where absent. */
  readonly looker?: Looker;
  /** Told of trouble that no call waits for: a code and a technical detail without any data. */
  readonly onTrouble?: (code: string, detail: string) => void;
}

/** Imports that are being prepared; one method a call of the contract, and what hosts need. */
export interface Drafts extends MethodsFor<"drafts"> {
  /** Makes a file known that the user chose, dropped or handed over; `create` takes the id. */
  registerFile(path: string): string;
  /** @throws AppError "not-found" */
  registeredFile(fileId: string): RegisteredFile;
  /** @throws AppError "not-found" */
  unlock(input: CallInput<"files.unlock">): null;
  recentFiles(): Promise<readonly RecentFile[]>;
  readonly mappings: MappingLibrary;
  /** A draft of another list with an import's mapping and options. @throws AppError "not-found" */
  importAgain(input: CallInput<"history.importAgain">): Promise<Draft>;
  /** Gives the rows of trials that were rejected or cancelled back to their drafts. */
  settleTrials(): void;
  /** A connection was added, tested or removed: lists that were proposed for Practice may leave it. */
  connectionsChanged(): void;
  /** The API names a connection's custom fields otherwise than before. */
  customFieldsChanged(change: CustomFieldsChange): void;
  /** Rows of checked lists were taken away: the window counts anew. */
  tellChecks(): void;
  /** Ends running checks; to be awaited before the database is closed. */
  close(): Promise<void>;
}
