import type { Database } from "better-sqlite3";
import type { Connection, Draft } from "../../preload/types.ts";
import type { Host } from "../hosts/host.ts";
import type { Looker } from "../looks/looker.ts";
import type { UndoLog } from "../undo/log.ts";
import type { Vault } from "../vault/vault.ts";
import type { Checks } from "./checks.ts";
import type { DraftStore, StoredDraft } from "./draft-store.ts";
import type { createDraftUndo } from "./draft-undo.ts";
import type { MappingLibrary } from "./mapping-library.ts";
import type { Review } from "./review.ts";
import type { createSerial } from "./serial.ts";
import type { Staging } from "./stagings.ts";
import type { WorkerAccess } from "./worker-protocol.ts";

/** What the groups of calls about drafts share. */
export interface DraftKit {
  readonly db: Database;
  readonly vault: Vault;
  readonly host: Pick<Host, "fork" | "saveFile" | "emit">;
  readonly access: WorkerAccess;
  readonly store: DraftStore;
  readonly review: Review;
  readonly checks: Checks;
  readonly looker: Looker;
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
