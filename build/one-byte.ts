const BEYOND_ASCII = /[\u0080-\uffff]/g;
/** Tables of whole scripts would be read no faster as escapes. */
const MOST_LETTERS = 0.05;

type Written = Readonly<Record<string, { readonly type: string; code?: string }>>;

/**
 * Writes letters beyond ASCII as escapes, wherever they stand in a script (strings, templates,
 * regular expressions, names; `String.raw` alone would tell, and holds none here). One of them makes
 * every start take the whole script's bytes apart as UTF-8; one beyond Latin-1 makes V8 keep and read
 * it with two bytes a letter as well.
 */
export const oneByte = {
  name: "one-byte",
  generateBundle: {
    order: "post" as const,
    handler(_options: object, files: Written): void {
      for (const file of Object.values(files)) {
        const { code = "" } = file;
        const letters = code.match(BEYOND_ASCII)?.length ?? 0;
        if (file.type !== "chunk" || letters === 0 || letters > code.length * MOST_LETTERS)
          continue;
        file.code = code.replace(BEYOND_ASCII, escaped);
      }
    },
  },
};

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
