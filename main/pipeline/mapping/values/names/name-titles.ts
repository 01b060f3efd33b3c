/** Titles that are no given name, in the languages of the headers. */
const TITLE =
  /^(?:(?:mr|mrs|ms|miss|mx|sir|dr|dra|prof|profa|professor|doctor|doktor|docteur|dottor|dottore|dottoressa|doutor|doutora|sr|sra|srta|srita|se[ñn]or|se[ñn]ora|se[ñn]orita|senhor|senhora|herr|frau|fräulein|frl|mme|mlle|madame|mademoiselle|monsieur|dhr|mevr|mevrouw|mw|signor|signora|signorina|dott|doña|dña)\.?|(?:hr|fr|ing|dipl\.-ing|lic|mag|rev|sig|sig\.ra|sig\.na|dott\.ssa|prof\.ssa|avv|arq|dr\.(?:med|dent|vet|phil|jur|iur|oec))\.)$/iu;

/** Behind a title, in small letters: Dr. med., Dr. rer. nat., Dr. h.c. */
const OF_FACULTY =
  /^(?:med|dent|vet|rer|nat|pol|phil|jur|iur|oec|theol|habil|techn|sc|mult|h\.c|e\.h)\.$/;

/** Titles of learning, which stand behind a whole name as well: "Ann Lake, Dr.". */
const LEARNED = /^(?:dr|dra|prof|profa|ing|mag|lic)\b/i;

/** Titles before a given name, which may be one themselves or an initial: "Don Lake", "M. Lake". */
const MAY_BE_NAME = /^(?:don|dona|m\.|d\.)$/i;

/** Titles that stand before a given name where one name follows. */
const BEFORE_GIVEN = /^(?:doña|dña\.?)$/iu;

const AND = /^(?:&|\+|and|und|et|y|e|en)$/i;

/** With these a family name begins; with a capital they may be a given name, as "Van" is. */
export const PARTICLE =
  /^(?:van|von|vom|zu|zur|der|den|de|del|della|di|da|das|do|dos|du|des|la|le|ten|ter|el|al|bin|ibn|st\.?|mc|mac|san)$/;

export interface Name {
  readonly given: string;
  readonly family: string;
}

/** Not all that may stand behind a name: Ma, Sen and Neto are family names as well. */
const SUFFIX = /^(?:(?:jr|sr)\.?|(?:jun|sen)\.|ii|iii|iv)$/i;

/**
 * A name that titles stand in front of; null for one without. They stay with the name that follows,
 * the platform has no field for them: "Dr. Eva" and "Braun". Where no given name follows, they are
 * the family name's: "Mr. Lake".
 */
export function titledName(name: string): Name | null {
  const words = name.split(/\s+/);
  const sure = countTitles(words);
  const titles = sure + (isTitleToo(words.slice(sure)) ? 1 : 0);
  const [next = "", ...others] = words.slice(titles);
  if (titles === 0 || next === "") return null;
  const isLone = isNoName(others);
  if (!isLone && !PARTICLE.test(next)) {
    return { given: words.slice(0, titles + 1).join(" "), family: others.join(" ") };
  }
  const isGiven = isLone && BEFORE_GIVEN.test(words[titles - 1] ?? "");
  return isGiven ? { given: name, family: "" } : { given: "", family: name };
}

/** The titles that a text begins with, and what follows them; either may be "". */
export function partTitles(text: string): { readonly titles: string; readonly rest: string } {
  const words = text.split(/\s+/);
  const count = countTitles(words);
  return { titles: words.slice(0, count).join(" "), rest: words.slice(count).join(" ") };
}

export function isLearned(titles: string): boolean {
  return LEARNED.test(titles);
}

/** Whether the first word is a title although it may be a name: a whole name stands behind it. */
function isTitleToo([title = "", next = "", ...others]: readonly string[]): boolean {
  return MAY_BE_NAME.test(title) && !isNoName(others) && !PARTICLE.test(next.toLowerCase());
}

function isNoName(words: readonly string[]): boolean {
  return words.every((word) => SUFFIX.test(word));
}

/** How many words are titles in front of a name: "Prof. Dr.", "Mr. & Mrs.". */
function countTitles(words: readonly string[]): number {
  const isTitle = (at: number) => TITLE.test(words[at] ?? "");
  // "M. et Mme": alone, the letter may be an initial.
  const isCouple = words[0] === "M." && AND.test(words[1] ?? "") && isTitle(2);
  let count = isCouple ? 3 : 0;
  for (;;) {
    const word = words[count] ?? "";
    if (isTitle(count) || (count > 0 && OF_FACULTY.test(word))) count += 1;
    else if (count > 0 && AND.test(word) && (isTitle(count + 1) || words[count + 1] === "M."))
      count += 2;
    else return count;
  }
}
