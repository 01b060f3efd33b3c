import type { ConditionKind, Duplicates, RepeatedRows } from "../choices.ts";

export type { ConditionKind, Duplicates, OutputFormat, RepeatedRows } from "../choices.ts";

/** Of the cell as the list has it, before it is changed in any way. */
export interface Condition {
  /** The column's header. */
  readonly column: string;
  readonly kind: ConditionKind;
  /** "" where the kind says it all. */
  readonly value: string;
}

export interface ImportOptions {
  readonly connectionId: number | null;
  /** Ids in the user's order; `auto_add` goes to the first. */
  readonly campaigns: readonly string[];
  readonly duplicates: Duplicates;
  /** Digits of generated card numbers, or null for none. */
  readonly generateCardNumbers: number | null;
  readonly keepUndoState: boolean;
  /** What becomes of rows with the same code or card number. */
  readonly repeatedRows: RepeatedRows;
  /**
   * What becomes of rows with the same e-mail address, or the same phone number; all are kept
   * where it is absent.
   */
  readonly repeatedEmail?: RepeatedRows;
  readonly repeatedPhone?: RepeatedRows;
  /** Rows that do not meet all of them are left out. */
  readonly conditions?: readonly Condition[];
  /** Leaves rows out that the last accepted import of the same fields sent just so. */
  readonly onlyChanged?: boolean;
}
