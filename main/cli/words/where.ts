import type { ConditionKind } from "../../../preload/choices.ts";
import type { Condition, ListColumn } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { headerInWords } from "../../common/text.ts";
import { isLimit } from "../../pipeline/mapping/conditions.ts";

/** Longer ones first: "is not empty" is not "is" with a value. Words stand between blanks. */
const OPERATORS: readonly (readonly [words: string, kind: ConditionKind, pattern: RegExp])[] = [
  ["is not empty", "is-not-empty", /^is not empty$/i],
  ["is empty", "is-empty", /^is empty$/i],
  ["is not", "is-not", /^is not /i],
  ["contains", "contains", /^contains /i],
  ["above", "above", /^above /i],
  ["below", "below", /^below /i],
  ["is", "is", /^is /i],
  ["!=", "is-not", /^!=/],
  [">", "above", /^>/],
  ["<", "below", /^</],
  ["=", "is", /^=/],
];

/**
 * One `--where`: a header of the list, an operator, and a value unless the operator needs none.
 * "City is Bern", "Points > 0", "E-mail is not empty". A header may hold the words of operators: the
 * longest header that fits is meant. After "=" everything is the value: "City = not Bern".
 * @throws AppError usage-where-form | usage-where-number | usage-map-header
 */
export function parseWhere(text: string, columns: readonly ListColumn[]): Condition {
  const found = findHeader(text.trim(), columns);
  const operator = found === null ? undefined : operatorOf(found.rest);
  if (found === null || operator === undefined) throw formError(text, columns);
  const { column } = found;
  const { kind, value } = operator;
  if (kind === "is-empty" || kind === "is-not-empty") return { column, kind, value: "" };
  if (value === "") throw formError(text, columns);
  if ((kind === "above" || kind === "below") && !isLimit(value)) {
    throw new AppError("usage-where-number", { params: { text } });
  }
  return { column, kind, value };
}

/** The longest header that the text begins with, as it is written or but for its capitals. */
function findHeader(
  text: string,
  columns: readonly ListColumn[],
): { readonly column: string; readonly rest: string } | null {
  const byLength = columns
    .flatMap(({ header }) => [...new Set([header, headerInWords(header)])].map(called(header)))
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => b.name.length - a.name.length);
  const exact = (name: string) => text.startsWith(name);
  const folded = (name: string) => text.slice(0, name.length).toLowerCase() === name.toLowerCase();
  for (const begins of [exact, folded]) {
    const fits = byLength.find(
      ({ name }) => begins(name) && operatorOf(text.slice(name.length)) !== undefined,
    );
    if (fits !== undefined) return { column: fits.column, rest: text.slice(fits.name.length) };
  }
  return null;
}

/** A column by what it may be called. */
function called(
  column: string,
): (name: string) => { readonly column: string; readonly name: string } {
  return (name) => ({ column, name: name.trim() });
}

/** @param rest what stands behind the header, with the blanks between */
function operatorOf(rest: string) {
  const text = rest.trim().replace(/[ \t]+/g, " ");
  const isApart = /^\s/.test(rest);
  for (const [words, kind, pattern] of OPERATORS) {
    const match = /^[a-z]/.test(words) && !isApart ? null : pattern.exec(text);
    if (match !== null) return { kind, value: text.slice(match[0].length).trim() };
  }
  return undefined;
}

function formError(text: string, columns: readonly ListColumn[]): AppError {
  const begins = columns.some(({ header }) =>
    [header, headerInWords(header)].some((name) =>
      text.trim().toLowerCase().startsWith(name.trim().toLowerCase()),
    ),
  );
  if (begins) {
    const operators = OPERATORS.map(([words]) => words).toReversed();
    return new AppError("usage-where-form", { params: { text, operators: operators.join(", ") } });
  }
  const names = columns.map((column) => headerInWords(column.header)).join(", ");
  return new AppError("usage-map-header", { params: { header: text, names } });
}
