const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const BEFORE_ROWS = '"rows":[';
const BEHIND_VALUES = "]]";

/**
 * Where each row of a sealed block stands in its text (JSON of `StoredPayload`), without reading
 * any: from its bracket to behind its last one. Leaps from one quote to another, some of them far
 * apart, which is a tenth of the time that a look at each letter takes.
 * @param text of the bytes, a letter each (latin1), where places of bytes are wanted
 * @param until rows that begin behind this place are not wanted
 */
export function eachRow(
  text: string,
  found: (row: number, from: number, to: number) => void,
  until = text.length,
) {
  let at = firstRow(text);
  for (let row = 0; at <= until && text.charCodeAt(at) === OPEN_LIST; row += 1) {
    const values = startOfValues(text, at);
    const to = endOfRow(text, values);
    found(row, at, to);
    at = to + 1;
  }
}

/**
 * Where each row's value of one column stands, between its quotes.
 * @param place the column's, from 0
 * @param found told of each row, by its place in the block; of nothing between two equal places
 *   where it has no such value
 */
export function eachCell(
  text: string,
  place: number,
  found: (row: number, from: number, to: number) => void,
): void {
  let at = firstRow(text);
  for (let row = 0; text.charCodeAt(at) === OPEN_LIST; row += 1) {
    const values = startOfValues(text, at);
    let from = values;
    let to = values;
    if (text.charCodeAt(values) === QUOTE) {
      to = endOfText(text, from + 1);
      let column = 0;
      for (; column < place && text.charCodeAt(to + 1) === COMMA; column += 1) {
        from = to + 2;
        to = endOfText(text, from + 1);
      }
      found(row, column === place ? from + 1 : to, to);
      from = text.charCodeAt(to + 1) === COMMA ? to + 2 : from;
    } else found(row, values, values);
    at = endOfRow(text, from) + 1;
  }
}

/** A value between its quotes, as it was before it stood in JSON. */
export function cellText(json: Buffer, from: number, to: number): string {
  const text = json.toString("utf8", from, to);
  return text.includes("\\") ? (JSON.parse(`"${text}"`) as string) : text;
}

function firstRow(text: string): number {
  return text.indexOf(BEFORE_ROWS) + BEFORE_ROWS.length;
}

/** Behind the bracket of a row's values: its first quote, or the bracket that ends them. */
function startOfValues(text: string, row: number): number {
  const second = text.indexOf(",", row) + 1;
  // Rows used to be kept with a hash of theirs.
  return text.charCodeAt(second) === QUOTE ? endOfText(text, second + 1) + 3 : second + 1;
}

/** Behind a row's last bracket. @param from the quote before any of its values */
function endOfRow(text: string, from: number): number {
  if (text.charCodeAt(from) === CLOSE_LIST) return from + 2;
  const end = text.indexOf(BEHIND_VALUES, from + 1);
  const before = text.charCodeAt(end - 2);
  // Only these can stand before a quote that ends no text: it is part of one, or begins one.
  const isClear = before !== BACKSLASH && before !== COMMA && before !== OPEN_LIST;
  if (text.charCodeAt(end - 1) === QUOTE && isClear) return end + BEHIND_VALUES.length;
  for (let at = from; ; ) {
    const quote = endOfText(text, at + 1);
    if (text.charCodeAt(quote + 1) !== COMMA) return quote + 1 + BEHIND_VALUES.length;
    at = quote + 2;
  }
}

/** The quote that ends a text. */
function endOfText(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}
