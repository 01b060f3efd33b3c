import type { Compatibility } from "../choices.ts";
import type { FieldName } from "../fields.ts";
import type { Duplicates, OutputFormat } from "./options.ts";

export type { Compatibility };

export interface ConnectionSettings {
  readonly output: OutputFormat;
  readonly campaigns: readonly string[];
  readonly duplicates: Duplicates;
  readonly keepUndoState: boolean;
  readonly batchRows: number;
  readonly batchBytes: number;
  /** Batches on their way at once, at most; never two with the same customers. 1 where absent. */
  readonly parallel?: number;
  /** Of the customers' phone numbers, as ISO 3166 writes it: ES. They are not judged where it is absent. */
  readonly country?: string;
  readonly compatibility: Compatibility;
  /** Labels the user gave to custom fields by hand, by field name. */
  readonly customFields: Readonly<Record<string, string>>;
}

export interface Connection {
  readonly id: number;
  readonly name: string;
  readonly kind: "api" | "practice";
  readonly url: string;
  readonly userId: string;
  readonly accountId: string;
  /** Whether a key is kept; the key itself never leaves the main process. */
  readonly hasKey: boolean;
  readonly settings: ConnectionSettings;
  readonly hold: "paused" | "credentials" | null;
  /** What the administrator has set and locked; absent where that is nothing. */
  readonly fixed?: readonly FixedField[];
}

export type FixedField = "name" | "url" | "userId" | "accountId";

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

export interface CustomFieldLabel {
  readonly field: FieldName;
  readonly label: string;
}
