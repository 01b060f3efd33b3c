import type {
  Draft,
  FileReading,
  ImportOptions,
  Mapping,
  Notice,
  WizardStep,
} from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import type { FileStamp } from "../files/file-stamp.ts";
import type { Vault } from "../vault/vault.ts";
import type { ReadingChoice } from "./staging-types.ts";
import { detachStaging } from "./stagings.ts";

/** What a person chose about the reading; the rest is found from the content. */
export type DraftChoice = Partial<ReadingChoice>;

/** What is kept sealed: first rows are customers' data, fixed values may be secret. */
interface DraftState {
  readonly reading: FileReading;
  readonly mapping: Mapping;
  readonly remembered: Draft["remembered"];
  /** What the last check found that must be chosen in "columns" first; a new mapping clears it. */
  readonly blocks: readonly Notice[];
}

export interface StoredDraft extends DraftState {
  readonly id: number;
  readonly path: string;
  readonly fileName: string;
  /** The file when it was last read. */
  readonly stamp: FileStamp;
  /** Whether the file is the program's own copy, removed with the draft. */
  readonly ownsFile: boolean;
  /** The import whose earlier values it puts back; such a draft has rows, but no file. */
  readonly restores: number | null;
  /** The import that sent the first rows alone, written with it. */
  readonly trial: { readonly importId: number; readonly rows: number } | null;
  readonly step: WizardStep;
  readonly choice: DraftChoice;
  readonly options: ImportOptions;
  /** Whether a person chose the connection; else it was proposed. */
  readonly connectionChosen: boolean;
  readonly updatedAt: number;
}

export type NewDraft = Omit<StoredDraft, "id" | "updatedAt" | "trial">;

interface DraftRecord {
  readonly id: number;
  readonly path: string;
  readonly file_name: string;
  readonly file_size: number;
  readonly file_mtime: number;
  readonly owns_file: 0 | 1;
  readonly restores: number | null;
  readonly trial_import_id: number | null;
  readonly trial_rows: number | null;
  readonly step: WizardStep;
  readonly choice: string;
  readonly options: string;
  readonly connection_chosen: 0 | 1;
  readonly sealed_state: Buffer;
  readonly updated_at: number;
}

/** Drafts in the database. */
export interface DraftStore {
  insert(draft: NewDraft): number;
  /** @throws AppError "not-found" */
  get(id: number): StoredDraft;
  /** The draft that was last worked on comes first. */
  ids(): readonly number[];
  update(id: number, change: Partial<NewDraft>): StoredDraft;
  remove(id: number): void;
}

export function createDraftStore(db: Database, vault: Vault): DraftStore {
  function get(id: number): StoredDraft {
    const record = statement<[number], DraftRecord>(db, "SELECT * FROM drafts WHERE id = ?").get(
      id,
    );
    if (record === undefined) throw new AppError("not-found", { params: { what: "import" } });
    return fromRecord(record, vault);
  }

  return {
    get,
    insert(draft) {
      const { lastInsertRowid } = statement<Parameters>(
        db,
        `INSERT INTO drafts (path, file_name, file_size, file_mtime, owns_file, restores, step,
             choice, options, connection_chosen, sealed_state, created_at, updated_at)
           VALUES (:path, :fileName, :size, :modifiedAt, :ownsFile, :restores, :step,
             :choice, :options, :connectionChosen, :state, :now, :now)`,
      ).run(toParameters(draft, vault));
      return Number(lastInsertRowid);
    },
    ids: () =>
      column<[], number>(db, "SELECT id FROM drafts ORDER BY updated_at DESC, id DESC").all(),
    update: (id, change) =>
      db
        .transaction(() => {
          statement<Parameters & { readonly id: number }>(
            db,
            `UPDATE drafts SET path = :path, file_name = :fileName, file_size = :size,
               file_mtime = :modifiedAt, owns_file = :ownsFile, restores = :restores, step = :step, choice = :choice,
               options = :options, connection_chosen = :connectionChosen, sealed_state = :state, updated_at = :now
             WHERE id = :id`,
          ).run({ ...toParameters({ ...get(id), ...change }, vault), id });
          return get(id);
        })
        .immediate(),
    remove: (id) => db.transaction(() => deleteDraft(db, id)).immediate(),
  };
}

/** Inside a transaction: the draft goes, its staging is left to `purgeStagings`. */
export function deleteDraft(db: Database, id: number): void {
  detachStaging(db, id);
  statement<[number]>(db, "DELETE FROM drafts WHERE id = ?").run(id);
}

type Parameters = ReturnType<typeof toParameters>;

function toParameters(draft: NewDraft, vault: Vault) {
  const { reading, mapping, remembered, blocks } = draft;
  const state: DraftState = { reading, mapping, remembered, blocks };
  return {
    path: draft.path,
    fileName: draft.fileName,
    size: draft.stamp.size,
    modifiedAt: draft.stamp.modifiedAt,
    ownsFile: draft.ownsFile ? 1 : 0,
    restores: draft.restores,
    step: draft.step,
    choice: JSON.stringify(draft.choice),
    options: JSON.stringify(draft.options),
    connectionChosen: draft.connectionChosen ? 1 : 0,
    state: vault.sealJson(state),
    now: Date.now(),
  };
}

function fromRecord(record: DraftRecord, vault: Vault): StoredDraft {
  return {
    ...vault.openJson<DraftState>(record.sealed_state),
    id: record.id,
    path: record.path,
    fileName: record.file_name,
    stamp: { size: record.file_size, modifiedAt: record.file_mtime },
    ownsFile: record.owns_file === 1,
    restores: record.restores,
    trial:
      record.trial_import_id === null
        ? null
        : { importId: record.trial_import_id, rows: record.trial_rows ?? 0 },
    step: record.step,
    choice: JSON.parse(record.choice),
    options: JSON.parse(record.options),
    connectionChosen: record.connection_chosen === 1,
    updatedAt: record.updated_at,
  };
}
