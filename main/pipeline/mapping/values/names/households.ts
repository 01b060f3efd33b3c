/** Words for all who live together under one name, and for couples. */
const HOUSEHOLD =
  /^(?:famil(?:y|ie|ia|ía|le)|famille|famiglia|família|fam\.?|gezin|rodzina|household|haushalt|eheleute|ehepaar|matrimonio|coniugi|époux|państwo)$/iu;
/** Those that stand behind the name; Familia is a family name itself. */
const BEHIND = /^(?:family|household)$/i;
/** Words for a firm, which stand in front of its name. */
const FIRM =
  /^(?:firma|fa\.|société|sté\.?|empresa|azienda|bedrijf|hotel|hôtel|gasthof|gasthaus|restaurant|café|bäckerei|metzgerei|autohaus|apotheke|praxis|kanzlei|boulangerie|pharmacie|panadería|farmacia|ferretería|ristorante|trattoria|padaria|farmácia|piekarnia|apteka|bakkerij|slagerij|apotheek)$/iu;
/** "The Ponds", "Die Brauns". */
const PLURAL = /^(?:the|die)\s\p{Lu}[\p{L}'’-]+s$/iu;
const ARTICLE = /^(?:the|die|la|les|de|el|a|i)$/i;
const AND = /^(?:&|\+|and|und|et|y|e|en|i)$/i;

/**
 * Whether a name is a household's or a firm's, none of whose words is a given name: "Familie Braun",
 * "The Lake Family", "Firma Sonne". In "Ann Lake & family" Ann is one.
 */
export function isHousehold(name: string): boolean {
  const words = name.split(/\s+/);
  const [first = "", second = ""] = words;
  const begins = words.length > 2 && ARTICLE.test(first) ? second : first;
  if (words.length < 2) return false;
  if (HOUSEHOLD.test(begins) || FIRM.test(begins) || PLURAL.test(name)) return true;
  const last = words.at(-1) ?? "";
  // "Braun und Familie", but "Ann Lake & family".
  if (AND.test(words.at(-2) ?? "")) return HOUSEHOLD.test(last) && words.length === 3;
  return BEHIND.test(last);
}

/** "Hotel Sonne, Bern": behind the comma stands no given name. */
export function beginsAsFirm(name: string): boolean {
  return FIRM.test(/^\S+(?=\s\S)/.exec(name)?.[0] ?? "");
}

/** Whether a text is such a word alone, as behind a comma: "Braun, Familie". */
export function isHouseholdWord(text: string): boolean {
  return HOUSEHOLD.test(text) || FIRM.test(text);
}
