import type {
  CheckCounts,
  ConnectionSettings,
  CustomFieldLabel,
  ImportOptions,
  Mapping,
  OutputFormat,
} from "../../../preload/types.ts";

/** A column of the list, and the name that the platform gave its custom field then. */
export interface SentColumn {
  readonly index: number;
  readonly header: string;
  readonly custom?: CustomFieldLabel;
}

/** Everything an import is, but its rows. */
export interface ImportSpec {
  readonly fileName: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly SentColumn[];
  /** The rows' values are one per entry, in this order. */
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly output: OutputFormat;
  readonly checked: CheckCounts;
  readonly connection: {
    readonly id: number;
    readonly name: string;
    /** Origin and path that it led to when the rows were reviewed (`addressOf`). */
    readonly address: string;
    readonly accountId: string;
    readonly settings: Pick<ConnectionSettings, "batchRows" | "batchBytes">;
  };
  /** Instead of the connection's batch size (`--batch-rows`). */
  readonly batchRows?: number;
  /** The import whose earlier values this one puts back. */
  readonly undoesImportId?: number;
  /**
   * For an import that puts values back: when they were compared with what was sent
   * (`readSendOrder`).
   */
  readonly comparedAt?: number;
}

/**
 * What else is written with the import, so that all of it is there or none. The database is the
 * one given to `enqueueImport`.
 */
export interface EnqueueHooks {
  /** After the last batch, before the import is visible; may take transactions of its own. */
  beforeQueued?(importId: number): void;
  /** Inside the one transaction that makes the import visible; to be kept small. */
  withQueued?(importId: number): void;
  /** Inside it, at last: the import that this one becomes part of, or itself. */
  becomes?(importId: number): number;
  /** Rows written so far. */
  onProgress?(rows: number): void;
}
