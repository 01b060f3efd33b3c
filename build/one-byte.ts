const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;
/** Tables of whole scripts would be read no faster as escapes. */
const MOST_LETTERS = 0.05;

type Written = Readonly<Record<string, { readonly type: string; code?: string }>>;

/**
 * Writes letters beyond Latin-1 as escapes, wherever they stand in a script (strings, templates,
 * regular expressions, names; `String.raw` alone would tell, and holds none here). One of them makes
 * V8 keep and read the whole script with two bytes a letter, which takes longer at every start.
 */
export const oneByte = {
  name: "one-byte",
  generateBundle: {
    order: "post" as const,
    handler(_options: object, files: Written): void {
      for (const file of Object.values(files)) {
        const { code = "" } = file;
        const letters = code.match(BEYOND_LATIN_1)?.length ?? 0;
        if (file.type !== "chunk" || letters === 0 || letters > code.length * MOST_LETTERS)
          continue;
        file.code = code.replace(BEYOND_LATIN_1, escaped);
      }
    },
  },
};

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
