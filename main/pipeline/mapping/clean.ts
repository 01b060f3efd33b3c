import { hasPlainEnds } from "../../common/letters.ts";
import { isPlainAscii } from "./plain-text.ts";

/** White space and the invisible marks that ride along when people copy text. */
const OUTER = /^[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF]$/;
/** `LibertÃ` with a hard blank is Libertà that was read in a wrong encoding: the blank is half of its à. */
const MISREAD_END = /\p{Ll}Ã\u00a0$/u;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** ASCII's own, less the tab; those of windows-1252 are left for the letters' rule to find. */
const CONTROL = /(?![\t\u0080-\u009F])\p{Cc}/gu;
/** What makes a look at the slow path necessary. */
const UNUSUAL = /\p{Cc}|[\u2028\u2029]/u;

/** Takes blanks of any kind off both ends; blanks inside stay. */
export function trimOuter(text: string): string {
  if (text === "" || hasPlainEnds(text)) return text;
  let from = 0;
  let to = text.length;
  while (from < to && OUTER.test(text.charAt(from))) from += 1;
  while (to > from && OUTER.test(text.charAt(to - 1)) && !MISREAD_END.test(text.slice(from, to)))
    to -= 1;
  return text.slice(from, to);
}

/**
 * Takes off the single apostrophe with which exports guard ids, zips and phones against
 * spreadsheet programs. Elided words ('s-Gravenhage, 't Hart) and quoted values keep theirs.
 */
export function dropGuard(text: string): string {
  if (text.charCodeAt(0) !== 39) return text;
  if (text === "'") return "";
  if (text.charCodeAt(1) === 39 || text.endsWith("'")) return text;
  return /^'\p{L}{1,2}[- ]/u.test(text) ? text : text.slice(1);
}

/** Whether a line ends inside a text. */
export function hasLineBreak(text: string): boolean {
  return /[\n\r\v\f\u0085\u2028\u2029]/.test(trimOuter(text));
}

export interface OneLine {
  readonly text: string;
  /** Whether a line break inside became a blank, and whether control characters were dropped. */
  readonly broke: boolean;
  readonly controls: boolean;
}

/** "A line break inside a value becomes one blank"; outer ones are trimmed like blanks. */
export function oneLine(value: string): OneLine {
  const text = trimOuter(value);
  if (isPlainAscii(text) || !UNUSUAL.test(text)) return { text, broke: false, controls: false };
  const joined = text.replace(LINE_BREAK, " ");
  const clean = joined.replace(CONTROL, "");
  return { text: trimOuter(clean), broke: joined !== text, controls: clean !== joined };
}
