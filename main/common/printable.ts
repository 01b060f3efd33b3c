/** What moves a terminal's cursor, ends a line, or rings: controls of ASCII and of Latin-1. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that turn the direction of writing, hide, or cannot be seen; those that join letters stay. */
const MARKS =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const HARMLESS = /^[ -~\u00a0-\u00ac\u00ae-\u0600]*$/;

/**
 * A text as one line for people: what others wrote (headers, cells, names of files, sheets and
 * connections, a server's words) can neither control the terminal nor pretend to stand elsewhere.
 */
export function printable(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.toWellFormed().replace(CONTROLS, " ").replace(MARKS, "");
}

/** A document for programs, which a terminal shows without being controlled by it either. */
export function printableJson(document: unknown, indent?: number): string {
  const json = JSON.stringify(document, null, indent);
  return json.replace(/[\u007f-\u009f]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
