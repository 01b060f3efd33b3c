/** Rows beyond each edge of what is in sight: they are there before a person scrolls to them. */
const BEYOND = 8;
/** So many of them are added at a time. */
const PORTION = 4;

/** A run of rows, both ends included; `last` stands before `first` where there are none. */
export interface RowRun {
  readonly first: number;
  readonly last: number;
}

/** Which rows are drawn for those in sight. */
export interface DrawnRows extends RowRun {
  readonly sight: RowRun;
  /** How many rows there are at all. */
  readonly rows: number;
  /**
   * From where they are counted. Rows that come one by one are counted on from those that stay;
   * those that a jump brings take the numbers of the ones they follow, and so what has been drawn
   * for these: made anew, they take several times as long.
   */
  readonly origin: number;
}

export const NO_ROWS: DrawnRows = {
  ...{ first: 0, last: -1, sight: { first: 0, last: -1 }, rows: 0, origin: 0 },
};

/**
 * What is drawn once other rows are in sight: these at once, and of those beyond the edges a few
 * more than before. After a jump, none: whoever drags the bar would wait for them at every place.
 * @returns `before` where nothing is otherwise
 */
export function drawnFor(before: DrawnRows, { first, last }: RowRun, rows: number): DrawnRows {
  const sight = { first: Math.max(0, first), last: Math.min(rows - 1, last) };
  const isSame =
    before.rows === rows && before.sight.first === sight.first && before.sight.last === sight.last;
  if (isSame) return before;
  const isJump = sight.first > before.last || sight.last < before.first;
  if (isJump) return { ...sight, sight, rows, origin: before.origin + sight.first - before.first };
  return withMore({ ...before, sight, rows });
}

/** A few more of the rows beyond the edges; the same object where all of them are there. */
export function withMore(drawn: DrawnRows): DrawnRows {
  const { sight, rows } = drawn;
  const edge = { first: Math.max(0, sight.first - BEYOND), last: sight.last + BEYOND };
  const first = Math.max(edge.first, Math.min(sight.first, drawn.first - PORTION));
  const last = Math.min(rows - 1, edge.last, Math.max(sight.last, drawn.last + PORTION));
  return first === drawn.first && last === drawn.last ? drawn : { ...drawn, first, last };
}
