/** Stands in a cell whose formula has no result in the file; of Unicode's private letters. */
export const NO_RESULT = "\uf8ffno-result\uf8ff";

const FORMULA = ":Formula=";
/** A cell's beginning up to its formula is no longer than this. */
const MAX_BEGINNING = 1000;
const CELL = /^<((?:\w+:)?)Cell\s(?:[^<>]*\s)?(\w+)$/;

/**
 * Excel's XML of 2003 with a mark in each cell that has a formula and no result, as programs write
 * that do not calculate: it would read as empty.
 */
export function withMarkedFormulas(text: string): string {
  let marked = "";
  let from = 0;
  for (let at = text.indexOf(FORMULA); at >= 0; at = text.indexOf(FORMULA, at + 1)) {
    const before = text.slice(Math.max(from, at - MAX_BEGINNING), at);
    const open = before.lastIndexOf("<");
    const cell = open < 0 ? null : CELL.exec(before.slice(open));
    if (cell === null) continue;
    const quote = text.charAt(at + FORMULA.length);
    const end = text.indexOf(">", text.indexOf(quote, at + FORMULA.length + 1));
    if (end < 0) break;
    const [, prefix = "", about = ""] = cell;
    const data = `<${prefix}Data ${about}:Type="String">${NO_RESULT}</${prefix}Data>`;
    if (text.charAt(end - 1) === "/") {
      marked += `${text.slice(from, end - 1)}>${data}</${prefix}Cell>`;
      from = end + 1;
    } else if (/^\s*<\//.test(text.slice(end + 1, end + 1 + MAX_BEGINNING))) {
      marked += text.slice(from, end + 1) + data;
      from = end + 1;
    }
    at = end;
  }
  return marked + text.slice(from);
}
