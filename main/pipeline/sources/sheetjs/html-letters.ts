/** HTML's names of the letters from U+00A0 to U+00FF, in order. */
const LATIN_1 = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave " +
  "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute " +
  "ucirc uuml yacute thorn yuml"
).split(" ");
const OTHERS: Readonly<Record<string, string>> = {
  OElig: "Œ",
  oelig: "œ",
  Scaron: "Š",
  scaron: "š",
  Yuml: "Ÿ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  hellip: "…",
  euro: "€",
  trade: "™",
};
const NAMES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries(OTHERS),
]);

/** `<`, `>` and `&`: as letters they would be markup. */
const MARKUP: ReadonlySet<number> = new Set([0x3c, 0x3e, 0x26]);

/**
 * An HTML table with its `&eacute;` and `&#233;` as letters; what keeps the markup apart (`&lt;`,
 * `&amp;`) and names that are unknown stay.
 */
export function withHtmlLetters(html: string): string {
  return html.replace(
    /&(?:([A-Za-z]{2,6}[1-4]{0,2})|#(\d{2,7})|#[Xx]([\dA-Fa-f]{2,6}));/g,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return NAMES.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0x10ffff || MARKUP.has(code) ? whole : String.fromCodePoint(code);
    },
  );
}
