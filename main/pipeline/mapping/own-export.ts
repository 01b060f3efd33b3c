import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { words as wordsByLanguage } from "../../../preload/messages/every-language.ts";
import type { ListColumn } from "../../../preload/types.ts";
import { apiField } from "./headers/api-field.ts";

/** What a list says of itself where it is an export of this program. */
export interface OwnExport {
  /** Whether its rows are rows of an import, saved to be corrected and imported again. */
  readonly ofRows: boolean;
  /** Indexes of the columns that an export adds to the fields: row, state, reason and the like. */
  readonly added: ReadonlySet<number>;
  /** Columns headed with a field's own name, which there is always that field. */
  readonly fields: ReadonlyMap<number, FieldName>;
  /** Columns of ids that the platform has made up: without them each customer would become two. */
  readonly generated: ReadonlyMap<FieldName, number>;
}

type Words = (typeof wordsByLanguage)["en"];

const LANGUAGES: readonly Words[] = Object.values(wordsByLanguage);

/** Headers that an export of generated ids puts behind the fields. */
const GENERATED_BLOCKS = LANGUAGES.map(({ export: words }) => [
  ...[words.row, words["generated-code"], words["generated-card"]],
]);

/** Headers that an export of rows puts behind the fields, side by side, in every language. */
const BLOCKS = LANGUAGES.flatMap(({ export: words }) => {
  const { row, state, reason } = words;
  return [
    [row, state, reason],
    [row, reason],
  ];
}).concat(GENERATED_BLOCKS);

/** Headers of the tables that hold no rows of a list: nothing in them is for the platform. */
const TABLES = LANGUAGES.flatMap(({ export: { list } }) => [
  [list.import, list.file, list.started, list.connection, list.state, list.rows, list.new],
  [list.import, list.file, list.started, list.state, list.row, list.field, list.value, list.before],
]);

const STATE_HEADERS = new Set(LANGUAGES.map(({ export: { state } }) => state));
const STATES = new Set(
  LANGUAGES.flatMap((words) => [...Object.values(words.states), words.export["left-out"]]),
);
/** States of rows that went out, or would have. */
const SENT = new Set(
  LANGUAGES.flatMap(({ states }) =>
    Object.entries(states).flatMap(([state, word]) => (state === "invalid" ? [] : [word])),
  ),
);
const GENERATED = new Set(
  LANGUAGES.flatMap(({ export: words }) => [words["generated-code"], words["generated-card"]]),
);
const ADDED_HEADERS = new Set(
  [...BLOCKS.flat(), ...STATE_HEADERS].map((each) => each.toLowerCase()),
);

/** Texts with a header in them, as what stands before and behind it. */
const EMPTIED = LANGUAGES.map(({ export: words }) => around(words.emptied));
const EARLIER = LANGUAGES.map(({ export: { row, list } }) => ({ row, ...around(list.earlier) }));

/** A list's own header that an export may not keep, as it would be taken for an added column's. */
export function isAddedHeader(header: string): boolean {
  return ADDED_HEADERS.has(plain(header).toLowerCase());
}

/** Whether a list is rows that this program saved to be corrected, in any of its languages. */
export function isOwnExport(columns: readonly Pick<ListColumn, "header">[]): boolean {
  const headers = columns.map(({ header }) => plain(header));
  return BLOCKS.some((block) => startOf(block, headers) >= 0) || isCompared(headers);
}

/**
 * Of an export of this program, whether a row's amounts are as they were sent, so that a mark in
 * them is the decimal one: 1,250 is one and a quarter there. What was never sent may stand as it was
 * typed. Null for any other list.
 */
export function ownSentRows(
  columns: readonly ListColumn[],
): ((cells: readonly string[]) => boolean) | null {
  const headers = columns.map(({ header }) => plain(header));
  if (GENERATED_BLOCKS.some((block) => startOf(block, headers) >= 0)) return () => true;
  for (const { export: words } of LANGUAGES) {
    const start = startOf([words.row, words.state, words.reason], headers);
    const state = columns[start + 1];
    if (start >= 0 && state !== undefined) return (cells) => SENT.has(cells[state.index] ?? "");
  }
  return null;
}

/**
 * Which columns of a list this program has added, whichever language it spoke then, wherever they
 * stand now and whatever else the list holds. `rows` as for a proposal.
 */
export function readOwnExport(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
): OwnExport {
  const headers = columns.map(({ header }) => plain(header));
  const places = new Set<number>();
  const take = (from: number, count: number) => {
    for (let at = from; at < from + count; at += 1) places.add(at);
  };
  for (const block of BLOCKS) {
    const start = startOf(block, headers);
    if (start >= 0) take(start, block.length);
  }
  for (const table of TABLES) if (startOf(table, headers) === 0) take(0, columns.length);
  for (const [at, header] of headers.entries()) {
    if (GENERATED.has(header)) places.add(at);
    const column = columns[at];
    if (column !== undefined && STATE_HEADERS.has(header) && holdsStates(column, rows)) {
      places.add(at);
    }
  }
  if (isCompared(headers)) {
    for (const [at, header] of headers.entries()) {
      if (EARLIER.some((each) => header === each.row || within(header, each) !== null)) {
        places.add(at);
      }
    }
  }
  const ofRows = isOwnExport(columns);
  const fields = new Map<number, FieldName>();
  for (const [at, column] of columns.entries()) {
    if (!ofRows || places.has(at)) continue;
    const emptied = emptiedField(column.header);
    // Filled in by a person, it is the field again.
    if (emptied !== null && valuesOf(column, rows).length === 0) places.add(at);
    const field = emptied ?? apiField(column.header);
    if (field !== null && !places.has(at)) fields.set(column.index, field);
  }
  const generated = generatedIn(columns, headers, rows);
  const added = new Set([...places].flatMap((at) => columns[at]?.index ?? []));
  return { ofRows, added, fields, generated };
}

/** Of an export of rows with the ids that were made up for them: the columns that hold any. */
function generatedIn(
  columns: readonly ListColumn[],
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<FieldName, number> {
  const found = new Map<FieldName, number>();
  for (const block of GENERATED_BLOCKS) {
    const start = startOf(block, headers);
    if (start < 0) continue;
    for (const [offset, field] of [[1, "code"] as const, [2, "card_number"] as const]) {
      const column = columns[start + offset];
      if (column !== undefined && valuesOf(column, rows).length > 0) found.set(field, column.index);
    }
  }
  return found;
}

/** The secret field that a header says was left empty on purpose. */
function emptiedField(header: string): FieldName | null {
  for (const words of EMPTIED) {
    const name = within(header, words);
    const field = name === null ? null : apiField(name);
    if (field !== null && SECRET_FIELDS.has(field)) return field;
  }
  return null;
}

/** Rows of two imports side by side: the values of the earlier one stand behind. */
function isCompared(headers: readonly string[]): boolean {
  return EARLIER.some(
    ({ row, before, behind }) =>
      headers.includes(row) && headers.includes(`${before}${row}${behind}`),
  );
}

function holdsStates(column: ListColumn, rows: readonly (readonly string[])[]): boolean {
  const values = valuesOf(column, rows);
  return values.length > 0 && values.every((value) => STATES.has(value));
}

function valuesOf(column: ListColumn, rows: readonly (readonly string[])[]): readonly string[] {
  const cells = [...rows.map((row) => row[column.index] ?? ""), ...column.samples];
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** Where a block of headers begins, side by side; -1 where it does not stand there. */
function startOf(block: readonly string[], headers: readonly string[]): number {
  return headers.findIndex((_, start) =>
    block.every((header, offset) => headers[start + offset] === header),
  );
}

/** A header as it was written, less the number that makes it distinct in its list. */
function plain(header: string): string {
  return header.replace(/ \(\d{1,5}\)$/, "");
}

function around(text: string): { readonly before: string; readonly behind: string } {
  const [before = "", behind = ""] = text.split("{{field}}");
  return { before, behind };
}

function within(
  text: string,
  { before, behind }: { readonly before: string; readonly behind: string },
): string | null {
  if (text.length <= before.length + behind.length) return null;
  if (!text.startsWith(before) || !text.endsWith(behind)) return null;
  return text.slice(before.length, text.length - behind.length);
}
