import type { Connection, Draft } from "../../../preload/types.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Looker } from "../../pipeline/looks/looker.ts";
import type { DraftStore, StoredDraft } from "../../records/drafts/draft-store.ts";
import type { Staging } from "../../records/drafts/stagings.ts";
import type { JobRunner } from "../../records/jobs.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { Vault } from "../../records/vault/vault.ts";
import type { Passwords } from "./files/passwords.ts";
import type { Checks } from "./jobs/checks.ts";
import type { ImportingJobs } from "./jobs/importing-jobs.ts";
import type { createSerial } from "./jobs/serial.ts";
import type { MappingLibrary } from "./mappings/mapping-library.ts";
import type { createDraftUndo } from "./review/draft-undo.ts";
import type { Review } from "./review/review.ts";
import type { Views } from "./review/view/views.ts";

/** What the groups of calls about drafts share. */
export interface DraftKit {
  readonly db: Database;
  readonly vault: Vault;
  readonly dataDir: string;
  readonly host: Pick<Host, "saveFile" | "emit">;
  readonly jobs: JobRunner<ImportingJobs>;
  readonly store: DraftStore;
  readonly review: Review;
  readonly views: Views;
  readonly checks: Checks;
  readonly looker: Looker;
  /** Of encrypted lists, while the program runs. */
  readonly passwords: Passwords;
  readonly undo: ReturnType<typeof createDraftUndo>;
  readonly undoLog: UndoLog | undefined;
  readonly mappings: MappingLibrary;
  /** Changes of one draft come one after the other. */
  readonly serial: ReturnType<typeof createSerial<number>>;
  connection(draft: StoredDraft): Connection | undefined;
  view(draft: StoredDraft): Promise<Draft>;
  /** The draft and its finished check. @throws AppError "draft-not-checked" */
  checked(draftId: number): { readonly draft: StoredDraft; readonly staging: Staging };
  change(draftId: number, what: (draft: StoredDraft) => Partial<StoredDraft>): Promise<Draft>;
}
