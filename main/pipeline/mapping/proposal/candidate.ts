import type { FieldName } from "../../../../preload/fields.ts";
import type { CustomFieldLabel, ListColumn } from "../../../../preload/types.ts";
import { apiField } from "../headers/api-field.ts";
import type { Entry } from "../headers/dictionary.ts";
import { headerWords } from "../headers/header-words.ts";
import { lookUpHeader, meaninglessHeaders, spokenLanguages } from "../headers/lookup.ts";
import type { Language } from "../headers/packed-lexicon.ts";
import { type ColumnFacts, columnFacts } from "./facts.ts";

/** A column with what its header and its values say. */
export interface Candidate extends Entry {
  readonly column: ListColumn;
  readonly facts: ColumnFacts;
}

export interface ReadColumn {
  readonly column: ListColumn;
  readonly facts: ColumnFacts;
  readonly entry: Entry | null;
}

export function readColumns(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  customFields: readonly CustomFieldLabel[],
): readonly ReadColumn[] {
  const labels = labelledFields(customFields);
  const headers = columns.map((column) => column.header);
  const meaningless = meaninglessHeaders(headers);
  const spoken = spokenLanguages(headers);
  const read = columns.map((column) => ({
    column,
    facts: columnFacts(column.index, rows, column.samples),
    entry: meaningless.has(column.header) ? null : entryOf(column.header, labels, spoken),
  }));
  return read.map((each, at) => ({
    ...each,
    entry: each.entry ?? houseNumber(each, read[at - 1]) ?? numberAhead(each, at, read[at + 1]),
  }));
}

/** Fields by what their labels say; a label that two fields have tells neither. */
function labelledFields(customFields: readonly CustomFieldLabel[]): ReadonlyMap<string, FieldName> {
  const keyOf = ({ label }: CustomFieldLabel) => headerWords(label).join("");
  const counts = Map.groupBy(customFields, keyOf);
  return new Map(
    customFields
      .filter((each) => keyOf(each) !== "" && counts.get(keyOf(each))?.length === 1)
      .map((each) => [keyOf(each), each.field] as const),
  );
}

const HOUSE_NUMBER: ReadonlySet<string> = new Set(["number", "no", "n"]);

/** A bare "Nr." or "Número" right beside the street. */
function houseNumber({ column, facts }: ReadColumn, street: ReadColumn | undefined): Entry | null {
  const isNumber = HOUSE_NUMBER.has(headerWords(column.header).join(""));
  if (street?.entry?.meaning !== "street1" || !isNumber) return null;
  if (facts.share((value) => /^\d{1,4} ?(?:\p{L}|bis|ter)?$/u.test(value)) < 0.9) return null;
  return { ...street.entry, meaning: "house_number", confidence: "likely" };
}

/** In front of the street too ("N°", "Voie"), unless it counts customers or the streets have theirs. */
function numberAhead(number: ReadColumn, at: number, street: ReadColumn | undefined): Entry | null {
  if (at === 0 || street === undefined) return null;
  const { values } = number.facts;
  const counted = values.every((value, row) => Number(value) === Number(values[0]) + row);
  if (counted || street.facts.share((value) => /\d/.test(value)) >= 0.5) return null;
  return houseNumber(number, street);
}

/** The API's own name; then what the dictionaries are certain of; then the account's own labels. */
function entryOf(
  header: string,
  labels: ReadonlyMap<string, FieldName>,
  spoken: readonly Language[],
): Entry | null {
  const own = apiField(header);
  if (own !== null) return { meaning: own, confidence: "certain", owner: "main", rank: -1 };
  const known = lookUpHeader(header, spoken);
  if (known?.confidence === "certain" && known.owner === "main" && known.meaning !== "nothing") {
    return known;
  }
  const custom = labels.get(headerWords(header).join(""));
  if (custom === undefined) return known;
  return { meaning: custom, confidence: "certain", owner: "main", rank: -1 };
}
