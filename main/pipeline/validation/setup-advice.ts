import type { FieldName } from "../../../preload/fields.ts";
import type { ListColumn, Mapping, Notice } from "../../../preload/types.ts";
import { headerWords } from "../mapping/headers/header-words.ts";
import { lookUpHeader } from "../mapping/headers/lookup.ts";
import { isPhoneMeaning } from "../mapping/proposal/phone.ts";
import { notice } from "./messages.ts";

/** Columns of a record's own number; offered, never proposed: many systems' ids mean nothing here. */
const IDS = new Set(["id", "uid", "recordid", "contactid", "userid", "personid", "entityid"]);

/** Choices worth a second look; none of them blocks. */
export function adviseColumns(mapping: Mapping, columns: readonly ListColumn[]): Notice[] {
  return [
    ...usedTwice(mapping, columns),
    ...codeOffer(mapping, columns),
    ...phoneChoice(mapping, columns),
  ];
}

/** "Insert it as BOTH 'code' and 'card_number'" and the two halves of a name are meant. */
function usedTwice(mapping: Mapping, columns: readonly ListColumn[]): Notice[] {
  return columns.flatMap((column) => {
    const fields = mapping
      .filter((entry) => entry.columns.includes(column.index))
      .map((entry) => entry.field);
    if (fields.length < 2 || isMeant(fields)) return [];
    return [notice("column-used-twice", "warning", fields[1] ?? null, { column: column.header })];
  });
}

function isMeant(fields: readonly FieldName[]): boolean {
  const pair = fields.toSorted().join(" ");
  return pair === "card_number code" || pair === "first_name last_name";
}

function codeOffer(mapping: Mapping, columns: readonly ListColumn[]): Notice[] {
  if (mapping.some((entry) => entry.field === "code")) return [];
  const used = new Set(mapping.flatMap((entry) => entry.columns));
  const id = columns.find(
    (column) => !used.has(column.index) && IDS.has(headerWords(column.header).join("")),
  );
  if (id !== undefined) return [notice("id-column", "warning", null, { column: id.header })];
  const card = mapping.find((entry) => entry.field === "card_number");
  const source = columns.find((column) => column.index === card?.columns[0]);
  if (source === undefined) return [];
  return [notice("code-from-card-number", "warning", "card_number", { column: source.header })];
}

function phoneChoice(mapping: Mapping, columns: readonly ListColumn[]): Notice[] {
  const phone = mapping.find((entry) => entry.field === "phone");
  const chosen = columns.find((column) => column.index === phone?.columns[0]);
  if (chosen === undefined) return [];
  const used = new Set(mapping.flatMap((entry) => entry.columns));
  const others = columns.filter((column) => {
    const entry = used.has(column.index) ? null : lookUpHeader(column.header);
    return entry !== null && isPhoneMeaning(entry) && column.samples.length > 0;
  });
  if (others.length === 0) return [];
  return [notice("several-phones", "warning", "phone", { column: chosen.header })];
}
