import { type FieldName, KEY_FIELDS } from "../../../../preload/fields.ts";
import type { Duplicates } from "../../../../preload/types.ts";

/**
 * What is known of a batch's way to the platform. "maybe": it may have arrived and nobody can
 * tell; "pending": it is still to go or on its way; "none": it never went out.
 */
export type Arrived = "sure" | "maybe" | "pending" | "none";

/** One row of one batch: what an import told the platform about a customer. */
export interface Sending {
  readonly importId: number;
  readonly batchId: number;
  /** The import that it put earlier values back for, or null. */
  readonly undoes: number | null;
  readonly arrived: Arrived;
  readonly duplicates: Duplicates;
  /** Values as sent, without `auto_add`; an empty code or card number is left out. */
  readonly values: ReadonlyMap<FieldName, string>;
  /** Every customer of the batch was new to the platform, or none was, by the reply's counts. */
  readonly created: "all" | "none" | "some";
  /** When it was last sent, in the data folder's order of sending; null while pending. */
  readonly sentOrder: number | null;
  /** When a person undid the batch in the admin pages, in the same order, or null. */
  readonly revertedOrder: number | null;
}

/** A row's values by field, as the platform takes them. */
export function sentValues(
  fields: readonly FieldName[],
  values: readonly string[],
): ReadonlyMap<FieldName, string> {
  const sent = new Map<FieldName, string>();
  for (const [place, field] of fields.entries()) {
    const value = values[place] ?? "";
    if (field === "auto_add" || (KEY_FIELDS.has(field) && value.trim() === "")) continue;
    sent.set(field, value);
  }
  return sent;
}

/** A row of a batch: its values are gathered when they are asked for, which of most they are not. */
export function sendingOf(
  facts: Omit<Sending, "values">,
  fields: readonly FieldName[],
  values: readonly string[],
): Sending {
  return new RowSending(facts, fields, values);
}

class RowSending implements Sending {
  readonly importId: number;
  readonly batchId: number;
  readonly undoes: number | null;
  readonly arrived: Arrived;
  readonly duplicates: Duplicates;
  readonly created: Sending["created"];
  readonly sentOrder: number | null;
  readonly revertedOrder: number | null;
  readonly #fields: readonly FieldName[];
  readonly #row: readonly string[];
  #values: ReadonlyMap<FieldName, string> | null = null;

  constructor(
    facts: Omit<Sending, "values">,
    fields: readonly FieldName[],
    row: readonly string[],
  ) {
    this.importId = facts.importId;
    this.batchId = facts.batchId;
    this.undoes = facts.undoes;
    this.arrived = facts.arrived;
    this.duplicates = facts.duplicates;
    this.created = facts.created;
    this.sentOrder = facts.sentOrder;
    this.revertedOrder = facts.revertedOrder;
    this.#fields = fields;
    this.#row = row;
  }

  get values(): ReadonlyMap<FieldName, string> {
    this.#values ??= sentValues(this.#fields, this.#row);
    return this.#values;
  }
}
