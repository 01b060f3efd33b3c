import type { FieldName } from "../../../preload/fields.ts";
import type { ImportOptions, Mapping, RepeatedRows } from "../../../preload/types.ts";
import type { RowProblem } from "../../common/rows.ts";
import { damageOf } from "../mapping/damage.ts";
import { hashDigits, hashSmallLetters, hashText, type TextHashes } from "./text-hash.ts";

/** Fields by which rows of one list are compared with each other, the telling ones first. */
export const REPEAT_FIELDS = ["code", "card_number", "email", "phone"] as const;
export type RepeatField = (typeof REPEAT_FIELDS)[number];

type Policies = Pick<ImportOptions, "repeatedRows" | "repeatedEmail" | "repeatedPhone">;

/** What becomes of rows with one value in the field. Families share phones: they are kept unless a person says otherwise. */
export function repeatPolicy(field: RepeatField, options: Policies): RepeatedRows {
  switch (field) {
    case "code":
    case "card_number":
      return options.repeatedRows;
    case "email":
      return options.repeatedEmail ?? "keep-all";
    case "phone":
      return options.repeatedPhone ?? "keep-all";
  }
}

/** Whether other values in a field may change what is told of a row, or whether it is sent. */
export function decidesRepeats(field: FieldName, options: Policies): boolean {
  if (field === "code" || field === "card_number") return true;
  return (field === "email" || field === "phone") && repeatPolicy(field, options) !== "keep-all";
}

/** A field that rows are compared by, and what becomes of those that have one value in it. */
export interface Compared {
  readonly field: RepeatField;
  readonly policy: RepeatedRows;
}

/** The same with the field's place in a row's values. */
export interface ComparedAt extends Compared {
  readonly place: number;
}

export function comparedFields(mapping: Mapping, options: Policies): readonly ComparedAt[] {
  return REPEAT_FIELDS.flatMap((field): readonly ComparedAt[] => {
    const place = mapping.findIndex((entry) => entry.field === field);
    return place < 0 ? [] : [{ field, place, policy: repeatPolicy(field, options) }];
  });
}

/** What a row is compared by, from `from` on: two words a field, both zero where it has nothing there. */
export interface RowHashes {
  readonly hashes: TextHashes;
  readonly from: number;
}

/**
 * Writes what a row is compared by. Keys that were damaged repeat nothing.
 * @param problems all of the row's, as they were found when it was read and by its values
 */
export function hashRow(
  values: readonly string[],
  compared: readonly ComparedAt[],
  problems: { readonly read: readonly RowProblem[]; readonly own: readonly RowProblem[] },
  hashes: TextHashes,
  from: number,
): void {
  // Whatever is damaged has a problem.
  const isPlain = problems.own.length === 0 && problems.read.length === 0;
  let at = from;
  for (const { field, place } of compared) {
    const value = values[place] ?? "";
    if (value !== "" && (isPlain || !isDamaged(field, value, problems.read))) {
      hashCompared(field, value, hashes, at);
    } else {
      hashes[at] = 0;
      hashes[at + 1] = 0;
    }
    at += 2;
  }
}

function isDamaged(field: RepeatField, value: string, read: readonly RowProblem[]): boolean {
  if (damageOf(field, value) !== null) return true;
  return read.some((each) => each.field === field && each.severity === "error");
}

/** As many digits as a phone number has at least: a shorter one stands for something else. */
const MIN_DIGITS = 6;
const ALIKE = /^(\d)\1*$/;
const COUNTED = new Set(["123456", "1234567", "12345678", "123456789", "1234567890", "0123456789"]);

/** Names that programs and people write where a customer has no e-mail address. */
const NOBODY =
  /^(?:no|na|none|null|nobody|noone|xx+|test|unknown|anonymous|no[-_.]?e?-?mail|no[-_.]?reply|not[-_.]?(?:available|given|provided)|sin[-_.]?(?:e?mail|correo)|no[-_.]?tiene|kein[-_.]?e?mail|keine|ohne|pas[-_.]?d[-_.]?e?mail|aucun|nessuna?|geen)$/;
/** no@no.com and abc@abc.com are nobody's; smith@smith.com is a family's. */
const SHORT = 3;

/**
 * What two rows are compared by: keys exactly as they are sent, e-mail addresses whatever their
 * capitals, phone numbers by their digits, of which two zeros in front are the sign + in another
 * form. Every row of a list comes by here.
 */
export function hashCompared(
  field: RepeatField,
  value: string,
  hashes: TextHashes,
  at: number,
): void {
  if (field === "email") hashSmallLetters(value, hashes, at);
  else if (field !== "phone") hashText(value, hashes, at);
  else hashDigits(value, value.startsWith("00") ? 2 : 0, hashes, at);
}

/**
 * Whether a value stands where a customer has no address or number (none@none.com, 000 000 000):
 * it is compared with nothing. Asked of values that were found again only.
 */
export function isStandIn(field: RepeatField, value: string): boolean {
  if (field === "email") return isNobodysEmail(value.toLowerCase());
  return field === "phone" && isNobodysPhone(value.replace(/\D+/g, ""));
}

function isNobodysEmail(address: string): boolean {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  if (at < 1 || NOBODY.test(local)) return true;
  return local.length <= SHORT && address.startsWith(`${local}.`, at + 1);
}

function isNobodysPhone(digits: string): boolean {
  return digits.length < MIN_DIGITS || ALIKE.test(digits) || COUNTED.has(digits);
}
