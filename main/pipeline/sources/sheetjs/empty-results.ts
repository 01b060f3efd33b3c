import { CFB } from "xlsx";

const RECORD_HEAD = 4;
/** MS-XLS 2.4.127: row, column and format stand before the result, 20 bytes before the formula itself. */
const FORMULA = 0x0006;
const RESULT = 6;
const FIXED = 20;
/** MS-XLS 2.5.133: an empty text, and what programs write that calculate nothing. */
const EMPTY_TEXT = 3;
const NO_NUMBER = 0xffff;
/** One formula may well result in an empty text. */
const FEWEST = 2;

/**
 * How many formulas a .xls file has, where each of them has an empty text as its result: a program
 * that calculates nothing has written it. 0 where any has another.
 */
export function emptyResults(file: Buffer): number {
  const stream = workbookStream(file);
  if (stream === null) return 0;
  let formulas = 0;
  for (let at = 0; at + RECORD_HEAD <= stream.length; ) {
    const length = wordAt(stream, at + 2);
    if (wordAt(stream, at) === FORMULA && length >= FIXED) {
      const result = at + RECORD_HEAD + RESULT;
      const isText = wordAt(stream, result + RESULT) === NO_NUMBER;
      if (!isText || stream[result] !== EMPTY_TEXT) return 0;
      formulas += 1;
    }
    at += RECORD_HEAD + length;
  }
  return formulas < FEWEST ? 0 : formulas;
}

/** Null where the file is no container of an old workbook. */
function workbookStream(file: Buffer): ArrayLike<number> | null {
  if (file[0] !== 0xd0 || file[1] !== 0xcf) return null;
  const container = CFB.read(file, { type: "buffer" });
  const found = CFB.find(container, "/Workbook") ?? CFB.find(container, "/Book");
  return found?.content ?? null;
}

function wordAt(bytes: ArrayLike<number>, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
