const NAMELESS = /^Column ([A-Z]{1,3})(?: \(\d+\))?$/;

/**
 * A header as a person reads it. A column without one is kept as "Column C", so that mappings hold
 * in any language, and shown as those who speak it say that.
 * @param inWords the words for the column of these letters
 */
export function shownHeader(header: string, inWords: (letters: string) => string): string {
  const letters = NAMELESS.exec(header)?.[1];
  return letters === undefined ? header : inWords(letters);
}
