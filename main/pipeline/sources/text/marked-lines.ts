import { SEPARATORS } from "../../../../preload/choices.ts";

/** Lines looked at. */
const SAMPLE_LINES = 200;
/** The share of lines below the first that are marked: a few may be titles or notes. */
const NEARLY_ALL = 0.8;
/** Of lines, where no other holds the sign at all. */
const MOST = 0.5;

/** What stands around lines as a whole: `'1,Ann,Lake'`, `[1,Ann,Lake]`; or behind them: `1,Ann,Lake;`. */
export interface LineMarks {
  /** Empty where something stands behind the lines only. */
  readonly open: string;
  readonly close: string;
}

/** Lines in double quotes are fields of their own: see wrapped-lines.ts. */
const AROUND: readonly LineMarks[] = [
  "''",
  "``",
  "“”",
  "„“",
  "„”",
  "‘’",
  "«»",
  "[]",
  "{}",
  "()",
  "<>",
].map(([open = "", close = ""]) => ({ open, close }));
const BEHIND: readonly LineMarks[] = [";", "|", ","].map((close) => ({ open: "", close }));

/** What stands around or behind nearly all lines of a text as a whole and is no part of a value; null where nothing. */
export function lineMarks(sample: string, goesOn: boolean): LineMarks | null {
  const all = sample.split(/\r\n|\r|\n/, SAMPLE_LINES + 1);
  const lines = (goesOn ? all.slice(0, -1) : all)
    .slice(0, SAMPLE_LINES)
    .filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  const around = AROUND.find((marks) => {
    const below = lines.slice(1).filter((line) => isIn(line, marks)).length;
    return below > 0 && below >= (lines.length - 1) * NEARLY_ALL;
  });
  return around ?? BEHIND.find(({ close }) => areEnded(lines, close)) ?? null;
}

/** Whether a line stands in the marks as a whole, and not each of its values, or only the first and the last. */
function isIn(line: string, { open, close }: LineMarks): boolean {
  if (open === "") return false;
  const text = withoutTail(line);
  if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) return false;
  const inner = text.slice(1, -1);
  if (!SEPARATORS.some((one) => inner.includes(one))) return false;
  // Apostrophes stand inside of names; at the edge of a value they would be its quotes.
  if (open !== close || open !== "'") return !inner.includes(open) && !inner.includes(close);
  return !/' ?[,;|\t]|[,;|\t] ?'/.test(inner);
}

/** Whether most lines end with a sign that stands nowhere else, while another one separates the values. */
function areEnded(lines: readonly string[], sign: string): boolean {
  const others = SEPARATORS.filter((one) => one !== sign);
  const ended = lines.filter((line) => line.trimEnd().endsWith(sign)).length;
  if (ended < lines.length * MOST || !(lines[0] ?? "").trimEnd().endsWith(sign)) return false;
  return lines.every((line) => {
    const text = withoutEnd(line, sign);
    return !text.includes(sign) && others.some((one) => text.includes(one));
  });
}

function withoutEnd(line: string, sign: string): string {
  let end = line.trimEnd().length;
  while (end > 0 && line.charAt(end - 1) === sign) end -= 1;
  return line.slice(0, end);
}

/** Separators that stand behind the mark that closes a line. */
const TAILS: readonly string[] = [...",;|\t "];

function withoutTail(line: string): string {
  const text = line.trimStart();
  let end = text.length;
  while (end > 0 && TAILS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A text without the marks of its lines. */
export function withoutLineMarks(text: string, marks: LineMarks | null): string {
  if (marks === null) return text;
  return text.replaceAll(/[^\r\n]+/g, (line) => {
    if (marks.open === "") return withoutEnd(line, marks.close);
    return isIn(line, marks) ? withoutTail(line).slice(1, -1) : line;
  });
}

/** Takes the marks of its line off a record; no where it has none. */
export function unmarkLine(record: string[], { open, close }: LineMarks): boolean {
  let last = record.length - 1;
  if (open === "") {
    if (last < 1) return false;
    record[last] = withoutEnd(record[last] ?? "", close);
    return true;
  }
  while (last > 0 && record[last]?.trim() === "") last -= 1;
  const [first = ""] = record;
  const end = withoutTail(record[last] ?? "");
  if (last < 1 || !first.trimStart().startsWith(open) || !end.endsWith(close)) return false;
  record.length = last + 1;
  record[last] = end.slice(0, -1);
  record[0] = first.trimStart().slice(1);
  return true;
}
