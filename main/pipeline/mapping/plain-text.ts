/** Whether a text is printable ASCII from end to end: nearly every cell, and nothing to correct. */
export function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/** Whether a cell is a value as it is: plain, without blanks or an apostrophe at its ends. */
export function isCleanCell(text: string): boolean {
  if (text.charCodeAt(0) === 39) return false;
  if (text.charCodeAt(0) === 32 || text.charCodeAt(text.length - 1) === 32) return false;
  return isPlainAscii(text);
}

/** Whether a text is `YYYY-MM-DD` by its shape. */
export function isIsoShape(text: string): boolean {
  if (text.length !== 10) return false;
  for (let at = 0; at < 10; at += 1) {
    const code = text.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== 45 : code < 48 || code > 57) return false;
  }
  return true;
}
