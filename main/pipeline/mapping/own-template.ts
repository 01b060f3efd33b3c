import { type FieldName, isFieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { words } from "../../../preload/messages/every-language.ts";
import type { CustomFieldLabel, ListColumn } from "../../../preload/types.ts";

type Words = (typeof words)["en"]["fields"];

/** The fields' names as people say them, by language. */
const LANGUAGES: readonly Words[] = Object.values(words).map(({ fields }) => fields);

/** Fields whose names stand in hardly any list but one that this program has headed. */
const TELLING: ReadonlySet<FieldName> = new Set<FieldName>([
  "custom_date",
  "street2",
  "state",
  "auto_add",
]);

/**
 * Columns of a list that this program saved to be filled in, in any of its languages: each is the
 * field that it was headed with, wherever it stands now and whatever a person has added or taken out.
 * None for any other list: a header such as "PIN" or "Nombre" may mean something else there. A
 * secret column in which nothing was written stays out: it would empty what customers have.
 * @param rows as for a proposal
 */
export function readOwnTemplate(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  customFields: readonly CustomFieldLabel[],
): ReadonlyMap<number, FieldName> {
  const found = LANGUAGES.map((words) => fieldsOf(columns, words, customFields));
  const best = found.find((fields) => isTemplate(columns, fields)) ?? new Map();
  const kept = [...best].filter(
    ([index, field]) => !SECRET_FIELDS.has(field) || rows.length === 0 || holds(rows, index),
  );
  return new Map(kept);
}

function isTemplate(
  columns: readonly ListColumn[],
  fields: ReadonlyMap<number, FieldName>,
): boolean {
  const telling = [...fields.values()].filter((field) => TELLING.has(field)).length;
  return telling >= 2 || (telling === 1 && columns.every(({ index }) => fields.has(index)));
}

function fieldsOf(
  columns: readonly ListColumn[],
  words: Words,
  customFields: readonly CustomFieldLabel[],
): Map<number, FieldName> {
  const named = namedFields(words, customFields);
  const fields = new Map<number, FieldName>();
  const taken = new Set<FieldName>();
  for (const { index, header } of columns) {
    const field = named.get(header.trim()) ?? customField(header.trim(), words);
    if (field === null || taken.has(field)) continue;
    taken.add(field);
    fields.set(index, field);
  }
  return fields;
}

/** Labels first: a standard field's name never gives way to one, so those are written over them. */
function namedFields(
  { custom_field: _, ...words }: Words,
  customFields: readonly CustomFieldLabel[],
): ReadonlyMap<string, FieldName> {
  return new Map([
    ...customFields.map(({ field, label }) => [label.trim(), field] as const),
    ...Object.entries(words).flatMap(([field, word]) =>
      isFieldName(field) ? [[word as string, field] as const] : [],
    ),
  ]);
}

/** A custom field by its number: "Custom field 7". */
function customField(header: string, { custom_field: words }: Words): FieldName | null {
  const [before = "", behind = ""] = words.split("{{number}}");
  if (!header.startsWith(before) || !header.endsWith(behind)) return null;
  const field = `custom_field_${header.slice(before.length, header.length - behind.length)}`;
  return isFieldName(field) ? field : null;
}

function holds(rows: readonly (readonly string[])[], index: number): boolean {
  return rows.some((row) => (row[index] ?? "").trim() !== "");
}
