import { MAX_CELL } from "./limits.ts";

/** A text of these needs no change; most do not, and looking is much quicker than replacing. */
const HARMLESS = /^[ !#-%'-;=?-^`-~\u00a0-\ud7ff]*$/;
const UNSAFE = /[&<>"]|(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text for an attribute or an element of the workbook's XML. */
export function xmlText(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .toWellFormed()
    .replace(UNSAFE, (character) => ENTITIES[character] ?? coded(character));
}

/** The text of a cell: what is too long for one is cut. */
export function cellText(text: string): string {
  return xmlText(text.length > MAX_CELL ? text.slice(0, MAX_CELL) : text);
}

/** Characters that XML cannot hold are written `_xHHHH_` (ECMA-376, 22.9.2.19). */
function coded(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
