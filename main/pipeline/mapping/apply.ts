import { isCustomField } from "../../../preload/fields.ts";
import type { FieldMapping, ListColumn, Mapping } from "../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../common/rows.ts";
import { withoutGuards } from "../../common/tables/formula-guard.ts";
import type { CellMark, SourceRow } from "../sources/source.ts";
import { readAmount } from "./amounts.ts";
import { dropGuard, hasLineBreak, oneLine, trimOuter } from "./clean.ts";
import { isWrittenDay, looksLikeDate } from "./dates/became-date.ts";
import { correctDate, correctDateText, type DateCorrections } from "./dates/correct-date.ts";
import { isShiftedMidnight } from "./dates/shifted.ts";
import { convertDate } from "./dates.ts";
import { isOwnExport } from "./own-export.ts";
import { isCleanCell } from "./plain-text.ts";
import { applyTransform } from "./transforms.ts";
import { createValueCleaner, isFraction, type ValueCleaner } from "./values/clean-value.ts";
import { placeCase } from "./values/names/place-case.ts";
import { firstPerson } from "./values/names/several-people.ts";
import { splitName } from "./values/names/split-name.ts";
import { isTurkicList } from "./values/names/title-case.ts";

export interface MappedResult {
  readonly mapped: MappedRow;
  readonly problems: readonly RowProblem[];
}

/** Keys and numbers that a spreadsheet program damages when it takes them for a date. */
const NEVER_A_DATE = new Set<string>([
  ...["card_number", "code", "phone", "postal_code", "customer_PIN"],
  ...["first_name", "last_name", "street1", "street2", "city", "state", "country", "email"],
]);

/**
 * Turns rows as read into rows for the platform: one value per entry of `mapping`, in its order.
 * Every value is trimmed at both ends, freed of one guarding apostrophe (not a password; in an
 * export of this program of those that it set, and of no others), joined
 * where several columns feed it, sent through its transforms, put on one line, and for
 * `custom_date` written as YYYY-MM-DD where it can be. A date that cannot be read stays as it
 * was written: the checker (main/pipeline/validation) tells why. What only the cell itself knows is told
 * here: lost digits, numbers turned into dates, line breaks. Of the rows' values those that have
 * `passed` a quick look are their column's cells as they are.
 */
export function createMapper(
  mapping: Mapping,
  columns: readonly ListColumn[],
  dates: DateCorrections = {},
): (row: SourceRow, passed?: Uint8Array) => MappedResult {
  const headers = new Map(columns.map((column) => [column.index, column.header]));
  const isCorrected = dates.swapDates === true || dates.dateZone !== undefined;
  const asIs = mapping.map((entry) =>
    isCorrected && isCustomField(entry.field) ? NONE : columnAsIs(entry),
  );
  const onlyColumns = mapping.map(({ columns: [only = NONE] }) => only);
  const unguarded = isOwnExport(columns) ? withoutGuards : dropGuard;
  const isValue = isOwnExport(columns) ? isCleanOwnCell : isCleanCell;
  const samples = new Map(columns.map((column) => [column.index, column.samples]));
  const cleaners = mapping.map(({ field, columns: used }) =>
    createValueCleaner(
      field,
      used.some((column) => samples.get(column)?.some(isFraction)),
    ),
  );
  const isTurkic = isTurkicList(columns.flatMap(({ header, samples }) => [header, ...samples]));
  const neverDates = new Set(
    mapping.flatMap((entry) => (NEVER_A_DATE.has(entry.field) ? entry.columns : [])),
  );

  return (row, passed) => {
    const problems: RowProblem[] = [];
    const values: string[] = [];
    for (let at = 0; at < mapping.length; at += 1) {
      const cell = row.cells[onlyColumns[at] as number];
      if (passed?.[at] === 1) values.push(cell ?? "");
      else values.push(mappedValue(row, at, problems));
    }
    if (row.marks !== undefined && concern(row.marks)) {
      problems.push(...markProblems(row, row.marks));
    }
    return { mapped: { row: row.number, values }, problems };
  };

  function mappedValue(row: SourceRow, at: number, problems: RowProblem[]): string {
    const cell = row.cells[asIs[at] as number];
    const cleaner = cleaners[at] as ValueCleaner;
    if (cell !== undefined && isValue(cell) && !cleaner.looks(cell)) return cell;
    const entry = mapping[at] as FieldMapping;
    const warn = (code: string) => problems.push(problemOf(row, entry, code, "warning"));
    const clean = (part: string) => cleaner.clean(part, warn);
    const whole = joined(entry, row.cells, (part) => clean(unguardedPart(entry, part)));
    if (isTrimmedPassword(entry, row.cells)) warn("password-trimmed");
    if (holdsDatePart(entry, row.cells)) warn("looks-like-date");
    const changed = transformed(entry, whole, warn, isTurkic && WORDS.has(entry.field));
    const { text, broke, controls } = oneLine(changed);
    if (broke) warn("line-break-replaced");
    if (controls) warn("control-characters-removed");
    if (entry.field === "auto_add") {
      const isNumber = row.marks?.get(onlyColumns[at] as number) === "fraction";
      return asAmount(isNumber ? "point" : entry.amountFormat, text, warn);
    }
    if (isCustomField(entry.field)) return correctDateText(text, dates);
    if (entry.field !== "custom_date") return text;
    const date = correctDate(text, dates, entry.dateFormat);
    if (isShiftedMidnight(date)) warn("date-shifted");
    return asDate(entry, date);
  }

  function unguardedPart(entry: FieldMapping, part: string): string {
    return entry.field === "customer_password" ? part : unguarded(part);
  }

  /** Most marks say that a date is a date. */
  function concern(marks: ReadonlyMap<number, CellMark>): boolean {
    for (const [column, mark] of marks) {
      if (
        mark === "digits-lost" ||
        mark === "no-result" ||
        mark === "too-long" ||
        (mark === "date" && neverDates.has(column))
      )
        return true;
    }
    return false;
  }

  function markProblems(row: SourceRow, marks: ReadonlyMap<number, CellMark>): RowProblem[] {
    return mapping.flatMap((entry) => {
      const mark = entry.columns
        .map((column) => marks.get(column))
        .find((each) => each !== undefined && each !== "fraction");
      if (mark === "no-result") return [problemOf(row, entry, "formula-without-result", "error")];
      if (mark === "digits-lost") return [problemOf(row, entry, "digits-lost", "error")];
      if (mark === "too-long") return [problemOf(row, entry, "cell-too-long", "error")];
      if (mark === "date" && NEVER_A_DATE.has(entry.field)) {
        return [problemOf(row, entry, "became-date", "error")];
      }
      return [];
    });
  }

  function problemOf(
    row: SourceRow,
    entry: FieldMapping,
    code: string,
    severity: "error" | "warning",
  ): RowProblem {
    const column = headers.get(entry.columns[0] ?? -1) ?? null;
    return { row: row.number, column, field: entry.field, code, severity, params: {} };
  }
}

/** The values of a field as they are when all its transforms but those from a table on are done. */
export function createValueReader(
  entry: FieldMapping,
  columns: readonly ListColumn[],
): (cells: readonly string[]) => string {
  const unguarded = isOwnExport(columns) ? withoutGuards : dropGuard;
  const cleaner = createValueCleaner(entry.field);
  const before = { ...entry, transforms: beforeTable(entry.transforms) };
  const quiet = () => undefined;
  return (cells) => {
    const whole = joined(entry, cells, (part) => cleaner.clean(unguarded(part), quiet));
    return transformed(before, whole, quiet);
  };
}

/** What a table of values finds done already; without one, what is done before it would be. */
function beforeTable(transforms: FieldMapping["transforms"]): FieldMapping["transforms"] {
  const isTable = transforms.some(({ kind }) => kind === "replace-values");
  const end = transforms.findIndex(({ kind }) =>
    isTable ? kind === "replace-values" : AFTER_TABLE.has(kind),
  );
  return end < 0 ? transforms : transforms.slice(0, end);
}

const AFTER_TABLE: ReadonlySet<string> = new Set(["replace", "case", "default"]);

/** No column. */
const NONE = -1;

/** Behind any apostrophe of an export may stand what it guards. */
function isCleanOwnCell(cell: string): boolean {
  return !cell.includes("'") && isCleanCell(cell);
}

/** Fields whose values are written anew. */
const CONVERTED: ReadonlySet<string> = new Set(["custom_date", "auto_add"]);

/** The column whose clean cells are the values of an entry, or NONE. */
function columnAsIs({ field, columns, transforms }: FieldMapping): number {
  const [only = NONE] = columns;
  return columns.length === 1 && transforms.length === 0 && !CONVERTED.has(field) ? only : NONE;
}

/** A value a person typed in place of the mapped one, cleaned and dated the same way. */
export function cleanCorrected(entry: FieldMapping, value: string): string {
  const { text } = oneLine(value);
  if (entry.field === "auto_add") return asAmount(entry.amountFormat, text, () => undefined);
  return entry.field === "custom_date" ? asDate(entry, text) : text;
}

type Unguard = (text: string) => string;

function joined(entry: FieldMapping, cells: readonly string[], unguard: Unguard): string {
  if (entry.fixed !== undefined && entry.columns.length === 0) return entry.fixed;
  const [only] = entry.columns;
  if (entry.columns.length === 1 && only !== undefined) return part(cells[only], unguard);
  return entry.columns
    .map((column) => part(cells[column], unguard))
    .filter((text) => text !== "")
    .join(" ");
}

function part(cell: string | undefined, unguard: Unguard): string {
  return cell === undefined ? "" : trimOuter(unguard(trimOuter(cell)));
}

/** The parts of a password are joined and trimmed like others; its blanks may belong to it. */
function isTrimmedPassword(entry: FieldMapping, cells: readonly string[]): boolean {
  return (
    entry.field === "customer_password" &&
    entry.columns.some((column) => trimOuter(cells[column] ?? "") !== (cells[column] ?? ""))
  );
}

/** A house number that became a date, beside the street that it is joined to. */
function holdsDatePart({ field, columns }: FieldMapping, cells: readonly string[]): boolean {
  if (columns.length < 2 || (field !== "street1" && field !== "street2")) return false;
  return columns.some((column) => {
    const cell = trimOuter(cells[column] ?? "");
    return looksLikeDate(cell) || isWrittenDay(cell);
  });
}

/** Names and places, in which the list's language tells which small letter an I has. */
const WORDS = new Set<string>([
  "first_name",
  "last_name",
  "street1",
  "street2",
  "city",
  "state",
  "country",
]);

/** @param warn is told of what a transform takes away that nobody would miss it to */
function transformed(
  entry: FieldMapping,
  value: string,
  warn: (code: string) => void,
  isTurkic = false,
): string {
  let result = value;
  for (const transform of entry.transforms) {
    const before = result;
    const name = transform.kind === "split" ? splitName(entry.field, before, transform) : null;
    result = name ?? applyTransform(before, transform, isTurkic);
    if (transform.kind === "case" && transform.to === "title") {
      result = placeCase(entry.field, before, result);
    }
    if (name !== null && entry.field === "last_name" && firstPerson(before) !== null) {
      warn("several-people-in-cell");
    }
    if (transform.kind === "digits-only" && entry.field === "auto_add") {
      result = before.replace(WORDS_OF_AMOUNT, "").trim();
    }
    if (transform.kind === "digits-only" && before !== "") {
      if (result === "") warn("digits-only-emptied");
      else if (entry.field !== "auto_add" && /\p{L}/u.test(before)) {
        if (KEYS.has(entry.field)) warn("digits-only-letters");
        // "Tel. 555 0101" loses nothing; SW1A 1AA, 555 0101 x12 and 12a4 become something else.
        else if (/\p{L}/u.test(before.slice(before.search(/\p{N}/u)))) warn("digits-only-changed");
      }
    }
    if (transform.kind === "collapse-blanks" && hasLineBreak(before)) warn("line-break-replaced");
  }
  return result;
}

const KEYS = new Set<string>(["card_number", "code"]);
/** Signs and decimal marks belong to an amount's digits: 12.50 is no 1250, -5 no 5. */
const WORDS_OF_AMOUNT = /\p{L}+\.?/gu;

/** What is no amount without doubt stays as it is written: the checker tells why. */
function asAmount(
  format: FieldMapping["amountFormat"],
  text: string,
  warn: (code: string) => void,
): string {
  const reading = readAmount(text, format);
  if (reading.kind !== "amount") return text;
  if (reading.bared) warn("amount-bared");
  return reading.value;
}

function asDate(entry: FieldMapping, text: string): string {
  const reading = convertDate(text, entry.dateFormat);
  return reading.kind === "date" ? reading.iso : text;
}
