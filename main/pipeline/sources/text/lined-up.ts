import { RecordTooLong } from "./csv-parser.ts";
import { OTHER_ENCODING } from "./encoding/decoder.ts";

/** Lines that prove where columns begin; fewer may have blanks in one place by chance. */
const FEWEST_LINES = 4;
const LINE_END = /\r\n|\r|\n/;
/** A line longer than this is no list. */
const MAX_LINE = 1024 * 1024;
/** Signs that take two places on a screen, marks that take none, tabs: places tell nothing then. */
const NO_PLACES = /[\t\p{M}\u1100-\u11ff\u2e80-\uffdc\u{1f000}-\u{3ffff}]/u;

/** `-------- ----------`, as databases draw it under the header. */
export const RULER = /^\s*(?:-{2,}|={2,})(?:\s+(?:-+|=+))+\s*$/;

/** A gap between two columns: places from `from` to before `to` that are blank in every line. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The columns of a text that are lined up with blanks, as its lines show them one after the other. */
class LinedUpColumns {
  /** What a line of dashes under the header says of the columns. */
  #ruled: readonly Gap[] | null = null;
  #header: string | null = null;
  #lines = 0;
  #hasOddSigns = false;
  /** Of each place whether a line has something there, and one below the header. */
  readonly #used: boolean[] = [];
  readonly #usedBelow: boolean[] = [];

  add(line: string): void {
    if (line.trim() === "" || line.includes(OTHER_ENCODING)) return;
    this.#header ??= line;
    this.#lines += 1;
    if (this.#lines === 2 && RULER.test(line)) this.#ruled = blanksIn(line);
    this.#hasOddSigns ||= NO_PLACES.test(line);
    const below = this.#lines > 1 ? this.#usedBelow : [];
    for (let at = 0; at < line.length; at += 1) {
      if (line.charAt(at) === " ") continue;
      this.#used[at] = true;
      below[at] = true;
    }
  }

  /**
   * The gaps between them; null where a line or the header leaves a doubt. The first line names the
   * columns: a single blank above which it says nothing is part of the values (555 0101).
   */
  gaps(): readonly Gap[] | null {
    const header = this.#header ?? "";
    if (this.#hasOddSigns) return null;
    if (this.#ruled !== null) return this.#ruled;
    if (this.#lines < FEWEST_LINES) return null;
    const all = this.#allGaps();
    const gaps = all.filter((gap, at) => {
      const end = all[at + 1]?.from;
      if (nameAt(header, gap.to, end) === "") return false;
      // Where nothing stands below one of two words, they name one column.
      const isOneName = !this.#holds(all[at - 1]?.to ?? 0, gap.from) || !this.#holds(gap.to, end);
      return !(isOneName && cutsWords(header, gap));
    });
    if (gaps.length === 0 || all.some((each) => each.to - each.from > 1 && !gaps.includes(each)))
      return null;
    const names = [-1, ...gaps.keys()].map((at) =>
      nameAt(header, gaps[at]?.to ?? 0, gaps[at + 1]?.from),
    );
    const isUnsure = gaps.some((gap) => cutsWords(header, gap));
    return isUnsure || names.some((name) => name === "" || /\s{2}/.test(name)) ? null : gaps;
  }

  /** Whether something stands there below the header. */
  #holds(from: number, to: number | undefined): boolean {
    return this.#usedBelow.slice(from, to).includes(true);
  }

  /** Whether a name in the header begins there. */
  names(place: number): boolean {
    return /\S/.test(this.#header?.charAt(place) ?? "");
  }

  #allGaps(): readonly Gap[] {
    const gaps: Gap[] = [];
    let from = 0;
    for (const [at, isUsed] of this.#used.entries()) {
      if (isUsed !== true) continue;
      // What all lines are moved in by is no gap.
      if (from < at && from > 0) gaps.push({ from, to: at });
      from = at + 1;
    }
    return gaps;
  }
}

/** The blanks between the dashes of a line: a gap each. */
function blanksIn(ruler: string): readonly Gap[] {
  const start = ruler.search(/\S/);
  return [...ruler.trimEnd().matchAll(/\s+/g)]
    .filter(({ index }) => index > start)
    .map(({ index, 0: blanks }) => ({ from: index, to: index + blanks.length }));
}

function nameAt(header: string, from: number, to: number | undefined): string {
  return header.slice(from, to).trim();
}

/** One blank between two words of the header: they may name one column. */
function cutsWords(header: string, { from, to }: Gap): boolean {
  return to - from === 1 && header.charAt(from - 1) !== " " && header.charAt(to) !== " ";
}

/** @param goesOn whether the last line may be cut off */
export function linedUp(sample: string, goesOn: boolean): readonly Gap[] | null {
  const lines = sample.split(LINE_END);
  const columns = new LinedUpColumns();
  for (const line of goesOn ? lines.slice(0, -1) : lines) columns.add(line);
  return columns.gaps();
}

/** The lines of a text that comes in pieces. */
class Lines {
  #rest = "";

  /** Those that are complete with this text. */
  push(text: string): readonly string[] {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > MAX_LINE) throw new RecordTooLong("a line without an end");
    return lines.flatMap((line) => line.replace(/\r$/, "").split("\r"));
  }

  end(): readonly string[] {
    const rest = this.#rest;
    this.#rest = "";
    return rest === "" ? [] : rest.replace(/\r$/, "").split("\r");
  }
}

/**
 * The gaps that all lines of a text leave, narrower than those of its start where later values are
 * longer; null where a line reaches across one: it has something right before a column that begins
 * below its name.
 */
export async function gapsOfAll(
  pieces: AsyncIterable<string>,
  ofStart: readonly Gap[],
): Promise<readonly Gap[] | null> {
  const columns = new LinedUpColumns();
  const lines = new Lines();
  for await (const text of pieces) for (const line of lines.push(text)) columns.add(line);
  for (const line of lines.end()) columns.add(line);
  const gaps = columns.gaps();
  if (gaps?.length !== ofStart.length) return null;
  const isAcross = ofStart.some(({ to }, at) => columns.names(to) && gaps[at]?.to !== to);
  return isAcross ? null : gaps;
}

/**
 * Cuts lines at the gaps of their columns. A line that has something in a gap, or letters of another
 * encoding, is not cut: it is too short, and told as such.
 */
export class LinedUpParser {
  readonly brokenQuotes = 0;
  readonly brokenRecords: readonly number[] = [];
  readonly #gaps: readonly Gap[];
  readonly #lines = new Lines();

  constructor(gaps: readonly Gap[]) {
    this.#gaps = gaps;
  }

  push(text: string): string[][] {
    return this.#lines.push(text).map((line) => this.#cut(line));
  }

  end(): string[][] {
    return this.#lines.end().map((line) => this.#cut(line));
  }

  /** No quote means anything here. */
  takeStrays(): readonly number[] {
    return [];
  }

  #cut(line: string): string[] {
    if (line.trim() === "") return [];
    const cells: string[] = [];
    let start = 0;
    for (const { from, to } of this.#gaps) {
      if (line.slice(from, to).trim() !== "" || line.includes(OTHER_ENCODING)) return [line.trim()];
      cells.push(line.slice(start, from).trim());
      start = to;
    }
    return [...cells, line.slice(start).trim()];
  }
}
