import type { ListColumn } from "../../../../preload/types.ts";
import { formOf, isTextAmongCodes, othersOf, type TypedColumns } from "./forms.ts";
import { isNoteWord, isReportNote, isSentenceOfDay, plainLabel } from "./no-customer-words.ts";
import { isRowCount, namesGroup } from "./row-counts.ts";

const ANY_LETTER = /\p{L}/u;
/** `North shops`, `Store: Uptown`, `Bern & Basel`. */
const SEVERAL_WORDS = /\p{L}[^\p{L}\s]{0,3}\s[^\p{L}]{0,3}\p{L}/u;
/** `Checked by: An Lee`, `Region:`; no address of a page. */
const LABELLED = /^[^:]{0,40}\p{L}[^:]{0,3}:(?!\/\/)/u;
const FEW = 3;
const hasColon = (cell: string) => cell.includes(":");
/** The letter above all names that begin with it. */
const INITIAL = /^-*\s*\p{L}\s*-*$/u;

/**
 * Judges whether a row of a text or two is a remark: what reports write below their rows, the name of
 * a group above them.
 */
export function createNoteJudge(
  columns: readonly ListColumn[],
  headers: readonly string[],
  { typed, fits }: TypedColumns,
): (
  cells: readonly string[],
  filled: readonly number[],
  hasGap: boolean,
  isCut: boolean,
) => boolean {
  const isMarked = typed.some((type) => type !== null);

  /** Whether most others in a column have what marks it. */
  function isUnlike(at: number, label: string): boolean {
    const others = othersOf(columns[at], label).filter(
      (each) => headers[at] !== each.trim().toLowerCase(),
    );
    return others.length > 0 && others.filter((each) => fits(at, each)).length * 2 >= others.length;
  }

  /** In a list of names, what none of them is like; numbers and addresses beside it are missing. */
  function isNoName(at: number, cell: string): boolean {
    const label = plainLabel(cell);
    const others = othersOf(columns[at], cell);
    if (!isMarked || others.length === 0) return false;
    const isRare = (is: (each: string) => boolean) => others.filter(is).length * 2 <= others.length;
    // Others may be notes as well.
    if (LABELLED.test(cell.trim())) return others.filter(hasColon).length * FEW <= others.length;
    if (/^\*+ ?\p{L}/u.test(cell)) return isRare((each) => each.startsWith("*"));
    if (INITIAL.test(label)) return isRare((each) => INITIAL.test(each.trim()));
    if (namesGroup(label)) return isRare((each) => namesGroup(plainLabel(each)));
    return isSentenceOfDay(label) && !others.some((each) => /\d/.test(each));
  }

  /** `Store 12 - Reno`, alone below a blank row, where no name has a number. */
  function isPlace(at: number, cell: string): boolean {
    const others = othersOf(columns[at], cell);
    return /\d/.test(cell) && SEVERAL_WORDS.test(cell) && !others.some((each) => /\d/.test(each));
  }

  /** A number or an address of the form that others in its column have: the row is a customer's. */
  function isLikeOthers(at: number, cell: string): boolean {
    const others = othersOf(columns[at], cell);
    return fits(at, cell) && others.some((each) => formOf(each) === formOf(cell));
  }

  return (cells, filled, hasGap, isCut) => {
    const [first = 0, second] = filled;
    if (filled.length > 2) return false;
    const label = (cells[first] ?? "").trim();
    const beside = second === undefined ? "" : (cells[second] ?? "").trim();
    const isLone = second === undefined;
    const isUntyped = typed[first] === null;
    if (columns.length < 3 && !(isLone && isMarked && (isUntyped || !fits(first, label))))
      return false;
    const words = plainLabel(label);
    // `2 customers | 21`: nobody is called so.
    if (/^\d/.test(words) && isUntyped && isRowCount(words)) return true;
    if (isUntyped && second !== undefined && isLikeOthers(second, beside)) return false;
    if (!isUntyped && !fits(first, label) && isNoteWord(words)) return true;
    // `Number of customers | 3` as well.
    if (isReportNote(words) || (/^\d+$/.test(beside) && isReportNote(`${words} ${beside}`)))
      return true;
    if (isUntyped) return isLone && (isNoName(first, label) || (hasGap && isPlace(first, label)));
    if (columns.length < 3) return isLone && LABELLED.test(label) && isUnlike(first, label);
    // A lone text where the others have numbers: the name of a group, a remark.
    if (!isLone || !ANY_LETTER.test(label)) return false;
    if (fits(first, label)) return isTextAmongCodes(columns[first], label);
    // One word may also be what a line break cut off.
    return hasGap || SEVERAL_WORDS.test(label) || (!isCut && isUnlike(first, label));
  };
}
