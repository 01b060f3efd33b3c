import type { FieldName } from "../../../../preload/fields.ts";
import { fieldOf } from "../headers/dictionary.ts";
import { spokenLanguages } from "../headers/lookup.ts";
import { lookUpSlip, meantHeaders } from "../headers/slips.ts";
import type { Candidate, ReadColumn } from "./candidate.ts";
import { contradicts } from "./contradicts.ts";
import { proposeNames } from "./names/names.ts";
import type { Proposed } from "./single-fields.ts";

/** Unknown headers that are looked at: a list has few slips, and a hostile one many headers. */
const LOOKED_AT = 200;

const FIELDS: readonly FieldName[] = [
  "card_number",
  "code",
  "email",
  "phone",
  "custom_date",
  "first_name",
  "last_name",
  "street1",
  "street2",
  "city",
  "state",
  "postal_code",
  "country",
];

/**
 * Fields that nothing else is proposed for, from headers that are written wrong: "Adress", "Frist
 * name". Each where one column alone may mean it and its values agree; never surer than "unsure".
 */
export function proposeSlips(
  columns: readonly ReadColumn[],
  proposed: readonly Proposed[],
  refused: ReadonlySet<FieldName>,
): readonly Proposed[] {
  const taken = new Set(proposed.map(({ field }) => field));
  const used = new Set(proposed.flatMap((each) => each.columns));
  const unknown = columns
    .filter(({ column, entry }) => entry === null && !used.has(column.index))
    .slice(0, LOOKED_AT);
  const headers = columns.map(({ column }) => column.header);
  const spoken = spokenLanguages([
    ...headers,
    ...unknown.flatMap(({ column }) => meantHeaders(column.header)),
  ]);
  const slips = unknown.flatMap(({ column, facts }): Candidate[] => {
    const entry = lookUpSlip(column.header, spoken);
    return entry === null ? [] : [{ ...entry, column, facts }];
  });
  const found = FIELDS.filter((field) => !taken.has(field) && !refused.has(field)).flatMap(
    (field): Proposed[] => {
      const [only, second] = slips.filter((each) => fieldOf(each.meaning) === field);
      if (only === undefined || second !== undefined || contradicts(field, only.facts)) return [];
      return [{ field, columns: [only.column.index], confidence: "unsure" }];
    },
  );
  const named = [...taken, ...found.map(({ field }) => field)];
  const lone = HALVES.filter((field) => !named.includes(field));
  if (lone.length < HALVES.length) return [...found, ...otherHalf(lone, slips)];
  const whole = slips.filter(
    ({ meaning }) => meaning === "full_name" || meaning === "family_first",
  );
  return whole.length === 1 ? [...found, ...proposeNames(whole)] : found;
}

const HALVES = ["first_name", "last_name"] as const;

/** "Nonbre" beside "Apellidos". */
function otherHalf(
  [field]: readonly FieldName[],
  slips: readonly Candidate[],
): readonly Proposed[] {
  const [only, second] = slips.filter(({ meaning }) => meaning === "name");
  if (field === undefined || only === undefined || second !== undefined) return [];
  if (contradicts(field, only.facts)) return [];
  return [{ field, columns: [only.column.index], confidence: "unsure" }];
}
