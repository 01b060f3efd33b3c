import type { FieldName } from "../fields.ts";
import type { Confidence } from "./lists.ts";

export type DateFormat =
  | "YYYY-MM-DD"
  | "DD/MM/YYYY"
  | "MM/DD/YYYY"
  | "YYYY/MM/DD"
  | "DD/MM/YY"
  | "MM/DD/YY"
  | "YYYYMMDD"
  | "DDMMYYYY"
  | "MMDDYYYY";

/** Which mark is the decimal one: 1,234.56 or 1.234,56. */
export type AmountFormat = "point" | "comma";

/**
 * One field of the platform and where its value comes from.
 * Several columns are joined with one blank, then go through `transforms` in their order.
 */
export interface FieldMapping {
  readonly field: FieldName;
  /** 0-based column indexes; empty together with `fixed`. */
  readonly columns: readonly number[];
  readonly fixed?: string;
  readonly transforms: readonly Transform[];
  /** How text dates are written; only for `custom_date`. */
  readonly dateFormat?: DateFormat;
  /**
   * Where `dateFormat` comes from, unless a person chose it for this list: its own values, or an
   * earlier list for which a person chose it. Values that contradict it are asked about.
   */
  readonly dateSource?: "proven" | "kept";
  /** Only for `auto_add`, where 1.250 stands among the values: chosen, or proven by the others. */
  readonly amountFormat?: AmountFormat;
  readonly confidence?: Confidence;
}

export type Transform =
  | { readonly kind: "trim" }
  | { readonly kind: "collapse-blanks" }
  | { readonly kind: "case"; readonly to: "upper" | "lower" | "title" }
  | { readonly kind: "digits-only" }
  /** Of `phone`: +34612345678, for numbers that are valid in their country; others stay. */
  | { readonly kind: "international-phone" }
  | {
      readonly kind: "split";
      readonly by: "blank" | "comma";
      readonly take: "first" | "rest" | "last";
      /** The list's values showed which name stands in front; nobody chose it. */
      readonly proven?: true;
    }
  /** Whole values, each by what stands for it from then on; others stay. */
  | {
      readonly kind: "replace-values";
      readonly pairs: readonly (readonly [from: string, to: string])[];
    }
  | { readonly kind: "default"; readonly value: string }
  | { readonly kind: "replace"; readonly find: string; readonly with: string };

export type Mapping = readonly FieldMapping[];
