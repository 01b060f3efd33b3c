/** What a data folder or a backup of one holds. */
export interface BackupContents {
  readonly connections: readonly string[];
  /** Names of the connections with an API key. */
  readonly withKey: readonly string[];
  /** Names of the connections whose key a backup with a passphrase leaves out. */
  readonly keysLeftOut: readonly string[];
  readonly mappings: number;
  readonly drafts: number;
  readonly imports: number;
  /** When the last import began; null without any. */
  readonly lastImportAt: number | null;
  /** Batches that are not settled. */
  readonly waiting: number;
}

/** A backup that was read and checked as a whole; nothing is replaced yet. */
export interface CheckedBackup {
  readonly fileName: string;
  readonly bytes: number;
  /** When it was made; null where the file does not say so. */
  readonly takenAt: number | null;
  /** "never": made without a passphrase, on another computer or account. */
  readonly opens: "here" | "passphrase" | "never";
  readonly backup: BackupContents;
  readonly now: BackupContents;
}

export interface RestoredBackup {
  /**
   * Whether it came from another computer or account: its connections need their API keys again.
   */
  readonly foreign: boolean;
  /** Names of the connections that need them. */
  readonly keysToEnter: readonly string[];
  /** Batches that wait in it. They may have been sent since it was made: sending is paused. */
  readonly waiting: number;
  /** The data that was there before, or null: its path. */
  readonly kept: string | null;
}

/** Data that a restore has put aside. */
export interface KeptData {
  readonly name: string;
  /** When it was put aside. */
  readonly at: number;
  readonly bytes: number;
}
