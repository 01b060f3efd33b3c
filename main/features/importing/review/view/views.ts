import { setImmediate as nextTurn } from "node:timers/promises";
import { type FieldName, SECRET_FIELDS } from "../../../../../preload/fields.ts";
import type { FoundRow, RowFilter, RowView, ValuesOfColumn } from "../../../../../preload/types.ts";
import { AppError } from "../../../../common/errors.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { currentLanguage } from "../../../../common/text.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import { countOf, countStatus, pageOf } from "../../../../records/drafts/status.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { Review } from "../review.ts";
import { type Finding, foundIn, type Sought, startFinding } from "./finding.ts";
import { type KeptAnswers, keepAnswers } from "./kept-answers.ts";
import { rowsWithProblem } from "./problem-rows.ts";
import { createRowThread, type ListOfRows, type RowThread } from "./row-thread.ts";
import { searchLetters } from "./search-letters.ts";
import { both, countRows, inOrder, shownMask } from "./shown-rows.ts";
import type { RowMask, RowOrder } from "./thread-messages.ts";

/** Rows of an order that are told before the whole order is known: what a window asks for first. */
const HEAD_ROWS = 400;
/** Lists whose views stay in memory: some bytes a row. */
const KEPT_LISTS = 2;
/** Values of a column that are listed. */
const LISTED_VALUES = 200;

/** The rows that a person looks at. */
export interface Shown {
  readonly filter: RowFilter;
  readonly view?: RowView;
}

/** Finds, filters and orders the rows of checked lists. */
export interface Views {
  /** Positions of a page of the rows shown, and how many there are. */
  page(
    stagingId: number,
    shown: Shown,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly indexes: readonly number[]; readonly total: number }>;
  find(
    stagingId: number,
    shown: Shown,
    sought: Sought & { readonly text: string },
  ): Promise<FoundRow>;
  shownValues(
    stagingId: number,
    shown: Shown,
    about: { readonly field: FieldName; readonly text: string },
  ): Promise<ValuesOfColumn>;
  /** What was chosen is looked for anew: many rows have changed at once. */
  renew(stagingId: number): void;
  /** Lets go of a list that is not looked at any more. */
  forget(stagingId: number): void;
  warm(): void;
  end(): Promise<void>;
}

interface Ordering {
  readonly full: Promise<RowOrder>;
  /** The first rows of those that were meant when the order was asked for. */
  readonly head: Promise<RowOrder>;
  /** For whom the head holds. */
  readonly headOf: string;
  order: RowOrder | null;
}

/** What is known of a list. */
interface Known {
  readonly masks: KeptAnswers<Promise<RowMask>>;
  readonly orders: KeptAnswers<Ordering>;
  readonly rows: KeptAnswers<RowOrder>;
  finding: (Finding & { readonly version: string }) | null;
  /** The view that a person looks at, and the how many-th it is. */
  view: string;
  look: number;
}

/** The same as of one call: another one may look at something else before it is answered. */
type Seen = Readonly<Omit<Known, "finding">> & { readonly known: Known };

export function viewsOf(db: Database, vault: Vault, review: Review): Views {
  return createViews(db, review, createRowThread(db, vault));
}

function createViews(db: Database, review: Review, thread: RowThread): Views {
  const lists = new Map<number, Known>();

  function knownOf(stagingId: number, shown: Shown): Seen {
    const known: Known = lists.get(stagingId) ?? {
      masks: keepAnswers<Promise<RowMask>>(4),
      orders: keepAnswers<Ordering>(2),
      rows: keepAnswers<RowOrder>(2),
      finding: null,
      view: "",
      look: 0,
    };
    const view = nameOf(shown);
    if (known.view !== view) Object.assign(known, { view, look: known.look + 1 });
    lists.delete(stagingId);
    lists.set(stagingId, known);
    const [oldest] = lists.keys();
    if (lists.size > KEPT_LISTS && oldest !== undefined) lists.delete(oldest);
    const { masks, orders, rows, look } = known;
    return { masks, orders, rows, look, view, known };
  }

  const listOf = (stagingId: number): ListOfRows => ({
    stagingId,
    rows: review.status(stagingId).length,
  });

  /** @throws AppError "bad-input" for a field that is hidden or not there */
  function placeOf(stagingId: number, field: FieldName): number {
    const place = getStaging(db, stagingId).fields.indexOf(field);
    if (place < 0 || SECRET_FIELDS.has(field)) throw new AppError("bad-input");
    return place;
  }

  /** The rows that all conditions of a view mean; null for all. */
  async function maskOf(stagingId: number, known: Seen, view: RowView): Promise<RowMask | null> {
    const list = listOf(stagingId);
    const { masks, look } = known;
    const version = review.version(stagingId);
    const { problem, values = [] } = view;
    let mask: RowMask | null = null;
    if (problem !== undefined) {
      const make = () => rowsWithProblem(db, list, problem);
      mask = await masks.of(JSON.stringify(problem), version, look, make);
    }
    for (const { field, values: wanted } of values) {
      const input = { place: placeOf(stagingId, field), values: wanted };
      const make = () => thread.scan(list, "pick", input);
      mask = both(mask, await masks.of(JSON.stringify([field, wanted]), version, look, make));
    }
    return mask;
  }

  async function shownOf(
    stagingId: number,
    known: Seen,
    { filter, view = {} }: Shown,
  ): Promise<RowMask> {
    const mask = await maskOf(stagingId, known, view);
    // Each look at all rows takes milliseconds: other calls get their turn in between.
    await nextTurn();
    const ofProblem = view.problem !== undefined;
    return shownMask({ status: review.status(stagingId), filter, mask, ofProblem });
  }

  function orderOf(
    stagingId: number,
    known: Seen,
    { sort, meant }: { readonly sort: NonNullable<RowView["sort"]>; readonly meant: RowMask },
  ): Ordering {
    const version = review.version(stagingId);
    const place = placeOf(stagingId, sort.field);
    return known.orders.of(JSON.stringify(sort), version, known.look, () => {
      const { promise: head, resolve } = Promise.withResolvers<RowOrder>();
      const { descending } = sort;
      const full = thread.scan(
        listOf(stagingId),
        "order",
        { place, descending, language: currentLanguage(), meant, head: HEAD_ROWS },
        { onHead: resolve },
      );
      const ordering: Ordering = {
        full,
        head: Promise.race([head, full]),
        headOf: known.view,
        order: null,
      };
      full.then(
        (order) => {
          ordering.order = order;
        },
        () => undefined,
      );
      ordering.head.catch(() => undefined);
      return ordering;
    });
  }

  /** The rows shown, in their order; null for all rows of the list in its order. */
  async function rowsOf(stagingId: number, shown: Shown): Promise<RowOrder | null> {
    const { filter, view = {} } = shown;
    const known = knownOf(stagingId, shown);
    if (filter === "all" && isPlain(view)) return null;
    const meant = await shownOf(stagingId, known, shown);
    const { sort } = view;
    const order = sort === undefined ? null : await orderOf(stagingId, known, { sort, meant }).full;
    const version = review.version(stagingId);
    await nextTurn();
    // Rows that come and go with their tile do so at once.
    return known.rows.of(`${known.look}/${known.view}`, version, null, () => inOrder(meant, order));
  }

  function findingOf(stagingId: number, shown: Shown, text: string): Finding {
    const { known } = knownOf(stagingId, shown);
    const version = review.version(stagingId);
    if (known.finding?.text === text && known.finding.version === version) return known.finding;
    known.finding?.stop();
    const { fields } = getStaging(db, stagingId);
    const hidden = fields.flatMap((field, place) => (SECRET_FIELDS.has(field) ? [place] : []));
    const started = startFinding(thread, listOf(stagingId), { text, hidden });
    known.finding = Object.assign(started, { version });
    return known.finding;
  }

  async function columnWith(stagingId: number, index: number, text: string): Promise<number> {
    const { fields } = getStaging(db, stagingId);
    const [row] = await review.rows(stagingId, [index]);
    const sought = searchLetters(text);
    const isFound = (value: string, at: number) =>
      !isSecret(fields[at]) && searchLetters(value).includes(sought);
    return Math.max(0, row?.values.findIndex(isFound) ?? 0);
  }

  return {
    warm: thread.warm,
    end: thread.end,
    renew: (stagingId) => void lists.delete(stagingId),
    forget(stagingId) {
      lists.delete(stagingId);
      thread.forget(stagingId);
    },
    async page(stagingId, shown, { offset, limit }) {
      const { filter, view = {} } = shown;
      const known = knownOf(stagingId, shown);
      if (isPlain(view)) {
        const status = review.status(stagingId);
        const indexes = pageOf(status, filter, offset, limit);
        return { indexes, total: countOf(countStatus(status), filter) };
      }
      if (view.sort !== undefined) {
        const meant = await shownOf(stagingId, known, shown);
        const ordering = orderOf(stagingId, known, { sort: view.sort, meant });
        const isEarly = ordering.order === null && offset + limit <= HEAD_ROWS;
        if (isEarly && ordering.headOf === known.view) {
          const head = await ordering.head;
          const indexes = [...head.subarray(offset, offset + limit)];
          return { indexes, total: countRows(meant) };
        }
      }
      const rows = (await rowsOf(stagingId, shown)) ?? new Int32Array(0);
      return { indexes: [...rows.subarray(offset, offset + limit)], total: rows.length };
    },
    async find(stagingId, shown, { text, ...sought }) {
      const finding = findingOf(stagingId, shown, text);
      const rows = await rowsOf(stagingId, shown);
      const among = { shown: rows, isOrdered: shown.view?.sort !== undefined };
      for (;;) {
        const found = foundIn(finding, sought, among);
        if (found !== null) {
          const { index, ...told } = found;
          const column = index < 0 ? 0 : await columnWith(stagingId, index, text);
          return { ...told, column };
        }
        await finding.more();
      }
    },
    async shownValues(stagingId, shown, { field, text }) {
      const { filter, view = {} } = shown;
      const place = placeOf(stagingId, field);
      const values = (view.values ?? []).filter((each) => each.field !== field);
      const among = { filter, view: { ...view, values } };
      const meant = await shownOf(stagingId, knownOf(stagingId, shown), among);
      const input = { place, meant, text, limit: LISTED_VALUES, language: currentLanguage() };
      return await thread.scan(listOf(stagingId), "values", input);
    },
  };
}

function nameOf({ filter, view = {} }: Shown): string {
  return JSON.stringify([filter, view]);
}

function isSecret(field: FieldName | undefined): boolean {
  return field === undefined || SECRET_FIELDS.has(field);
}

/** Whether a view leaves rows and order to the list. */
function isPlain({ problem, values = [], sort }: RowView): boolean {
  return problem === undefined && values.length === 0 && sort === undefined;
}
