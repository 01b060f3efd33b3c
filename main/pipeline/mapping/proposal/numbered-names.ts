import { headerWords } from "../headers/header-words.ts";
import type { ReadColumn } from "./candidate.ts";
import { isCompanyName } from "./company-name.ts";
import type { Proposed } from "./single-fields.ts";

const MOST = 0.8;
const HALF = 0.5;
/** One given name, or two: Peter, Anna-Lena, Hans Peter. */
const GIVEN = /^\p{Lu}[\p{L}'’-]+\.?(?: \p{Lu}[\p{L}'’.-]*)?$/u;

/** Which part of a name a bare "Name 2" or "Name3" is called; null for any other header. */
export function numberOfName(header: string): number | null {
  const number = /^name([1-4])$/.exec(headerWords(header).join(""))?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * "Name1" and "Name2" as programs for accounts write them: a firm and what is added to it, or a
 * family name with the given name behind. Null where the second one holds anything but given names.
 */
export function proposeNumbered(columns: readonly ReadColumn[]): readonly Proposed[] | null {
  const [one] = columns.filter(({ column }) => numberOfName(column.header) === 1);
  const [two] = columns.filter(({ column }) => numberOfName(column.header) === 2);
  if (one === undefined || two === undefined || two.facts.values.length === 0) return null;
  if (two.facts.share((value) => GIVEN.test(value)) < MOST) return null;
  const isWhole = (value: string) => /\p{L}[\s,]+\p{L}/u.test(value) && !isCompanyName(value);
  if (one.facts.share(isWhole) >= HALF) return null;
  return [
    { field: "last_name", columns: [one.column.index], confidence: "unsure" },
    { field: "first_name", columns: [two.column.index], confidence: "unsure" },
  ];
}
