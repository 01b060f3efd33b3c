import { headerWords } from "../../headers/header-words.ts";
import type { ReadColumn } from "../candidate.ts";
import type { Proposed } from "../single-fields.ts";
import { isCompanyName } from "./company-name.ts";
import { isUsualGiven } from "./given-names.ts";

const MOST = 0.8;
const HALF = 0.5;
/** One name, or two: Peter, Anna-Lena, Hans Peter, von See. */
const NAME = /^(?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)?$/u;

/** Which part of a name a bare "Name 2" or "Name3" is called; null for any other header. */
export function numberOfName(header: string): number | null {
  const number = /^name([1-4])$/.exec(headerWords(header).join(""))?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * "Name1" and "Name2" as programs for accounts write them: a firm and what is added to it, or the
 * two parts of a name in either order, which given names that many have show, or firms. Null where
 * nothing shows it, or the second one holds anything but names.
 */
export function proposeNumbered(columns: readonly ReadColumn[]): readonly Proposed[] | null {
  const [one] = columns.filter(({ column }) => numberOfName(column.header) === 1);
  const [two] = columns.filter(({ column }) => numberOfName(column.header) === 2);
  if (one === undefined || two === undefined || two.facts.values.length === 0) return null;
  if (two.facts.share((value) => NAME.test(value)) < MOST) return null;
  const isWhole = (value: string) => /\p{L}{2}[\s,]+\p{L}/u.test(value) && !isCompanyName(value);
  if (one.facts.share(isWhole) >= HALF) return null;
  const firms = one.facts.share(isCompanyName);
  const behind = two.facts.share(isUsualGiven);
  const inFront = one.facts.share(isUsualGiven);
  if (firms === 0 && behind === inFront) return null;
  const isTurned = firms > 0 || behind > inFront;
  const [family, given] = isTurned ? [one, two] : [two, one];
  return [
    { field: "first_name", columns: [given.column.index], confidence: "unsure" },
    { field: "last_name", columns: [family.column.index], confidence: "unsure" },
  ];
}
