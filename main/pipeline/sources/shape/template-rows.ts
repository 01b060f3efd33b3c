import type { ListColumn } from "../../../../preload/types.ts";
import { isBlankCell } from "../data-rows.ts";
import { holdsHeaderWord } from "../headers/header-row.ts";
import { ANY_DIGIT, isTextAmongCodes, othersOf, type TypedColumns } from "./forms.ts";
import { isExample, isOneText, isTemplateWord } from "./no-customer-words.ts";

/** A template says what belongs into a column right below the headers. */
export const TEMPLATE_ROWS = 3;
/** Fewer columns than this are not numbered. */
const FEWEST_NUMBERS = 3;
/** Columns that a row contradicts, and other values in each of them, which show what it is not. */
const FEWEST_AGAINST = 2;
/** So many words where others have a code say what the code is. */
const SENTENCE = 4;
const PHRASE = 3;
/** A customer of whom little is known says so in its cells. */
const NO_VALUE = /^(?:[-–—.?x*]+|none|null|nil|nan|n\/?a|unknown|tb[ad]|test)$/iu;

export function isNoValue(cell: string): boolean {
  return NO_VALUE.test(cell.trim());
}

/** Whether a row right below the headers says of the columns what belongs there. */
export function createTemplateJudge(
  columns: readonly ListColumn[],
  { typed, fits, contradicts }: TypedColumns,
): {
  isTemplate(cells: readonly string[], filled: readonly number[]): boolean;
  /** `KUNNR | NAME1 | SMTP_ADDR`, `Yes | No | No`: words in all columns of numbers and addresses. */
  isOfWords(cells: readonly string[], filled: readonly number[]): boolean;
  /** `The number on the card | Given name | Family name`: it tells what belongs into the columns. */
  isDescription(cells: readonly string[], filled: readonly number[]): boolean;
} {
  function isNumbered(cells: readonly string[], filled: readonly number[]): boolean {
    if (filled.length < FEWEST_NUMBERS) return false;
    const isInOrder = filled.every((at, place) => numberIn(cells[at]) === place + 1);
    return isInOrder && filled.some((at) => contradicts(at, cells[at] ?? ""));
  }

  function isOfWords(cells: readonly string[], filled: readonly number[]): boolean {
    const marked = filled.filter((at) => typed[at] !== null);
    if (marked.length < FEWEST_AGAINST || filled.length * 2 < columns.length) return false;
    return marked.every((at) => {
      const cell = cells[at] ?? "";
      const others = othersOf(columns[at], cell);
      if (fits(at, cell) || isNoValue(cell)) return false;
      return (
        others.length >= FEWEST_AGAINST &&
        others.filter((each) => fits(at, each)).length * 2 >= others.length
      );
    });
  }

  function isDescription(cells: readonly string[], filled: readonly number[]): boolean {
    if (filled.length < 2 || filled.length * 2 < columns.length) return false;
    const isTold = (at: number) => {
      const cell = cells[at] ?? "";
      return typed[at] !== null && !fits(at, cell) && isTextAmongCodes(columns[at], cell);
    };
    const told = filled.filter(isTold).map((at) => wordsIn(cells[at] ?? ""));
    if (told.length === 0) return false;
    if (told.some((words) => words >= SENTENCE)) return true;
    if (told.filter((words) => words >= PHRASE).length > 1) return true;
    const others = filled.filter((at) => !isTold(at)).map((at) => cells[at] ?? "");
    const named = others.filter((cell) => holdsHeaderWord(cell) && !ANY_DIGIT.test(cell));
    return named.length > 0 && named.length * 2 >= others.length;
  }

  function isTemplate(cells: readonly string[], filled: readonly number[]): boolean {
    const cellAt = (at: number) => cells[at] ?? "";
    if (filled.length < 2) return false;
    const others = filled.filter((at) => !isTemplateWord(cellAt(at)));
    const isMostly =
      others.length * 3 <= filled.length && !others.some((at) => fits(at, cellAt(at)));
    if (isMostly || isNumbered(cells, filled)) return true;
    const isAgainst = filled.some((at) => typed[at] !== null && !fits(at, cellAt(at)));
    if (isAgainst && isOneText(filled.map(cellAt))) return true;
    if (isAgainst && filled.length >= FEWEST_NUMBERS && isOneMark(filled.map(cellAt))) return true;
    const examples = filled.filter((at) => isExample(cellAt(at)));
    const [first = 0] = filled;
    const isMarked = examples[0] === first && typed[first] !== null && !fits(first, cellAt(first));
    return isMarked || examples.length * 2 > filled.length;
  }

  return { isTemplate, isOfWords, isDescription };
}

/** `x | x | x`, `M | M | O` has two. */
function isOneMark([first = "", ...others]: readonly string[]): boolean {
  return /^(?:\p{L}|[*✓✔•+])$/u.test(first) && others.every((cell) => cell === first);
}

function wordsIn(cell: string): number {
  return cell.trim().split(/\s+/u).length;
}

function numberIn(cell: string | undefined): number {
  const number = cell?.replaceAll(/[()[\]#.]/g, "") ?? "";
  return isBlankCell(number) ? Number.NaN : Number(number);
}
