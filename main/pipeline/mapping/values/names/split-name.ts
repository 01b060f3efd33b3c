import type { FieldName } from "../../../../../preload/fields.ts";
import type { Transform } from "../../../../../preload/types.ts";
import { isCompanyName, isFirm } from "../../proposal/names/company-name.ts";
import { bookedName } from "./booked-name.ts";
import { registeredName } from "./capitals-first.ts";
import { familyFirstName, shownOrder } from "./family-first.ts";
import { beginsAsFirm, isHousehold, isHouseholdWord } from "./households.ts";
import { isSuffix, isSureSuffix, trailingGeneration } from "./name-suffixes.ts";
import { isLearned, type Name, partTitles, titledName } from "./name-titles.ts";
import { firstPerson } from "./several-people.ts";

type Split = Extract<Transform, { readonly kind: "split" }>;

/** Also as Japanese, Chinese and Arabic write it. */
const COMMA = /[,，、،]/;
/** Between two given names; a capital letter alone is an initial. */
const AND = /^(?:[&+eyi]|[Aa]nd|[Uu]nd|[Ee]t|en|AND|UND|ET)$/;
/** `W.`, `J.R.`: no family name. */
const INITIALS = /^(?:\p{Lu}\.){1,4}$/u;
/** The S of "C S Lewis"; the E of "Ana E Ruiz" may be "and". */
const LETTER = /^\p{Lu}$/u;
/** `"Bill"`, `(Robert)`: what a given name is called. */
const NICKNAME = /^(?:"[^"]+"|“[^”]+”|„[^“”]+[“”]|'[^']+'|‘[^’]+’|\([^()]+\))$/u;

/**
 * The given or the family name of a full one, where a split of that field means it: "Ann Lake" and
 * "Hill, Ben" stand in one column, and each row says for itself which it is. Null where the split
 * was chosen to take something else.
 */
export function splitName(field: FieldName, value: string, split: Split): string | null {
  const isGiven = field === "first_name";
  if (split.take === "last" || !(isGiven || field === "last_name")) return null;
  const takesBeginning = (split.by === "blank") === (split.take === "first");
  // The family's name stands in front in the whole list.
  const isTurned = split.by === "blank" && isGiven !== takesBeginning;
  if (!isTurned && isGiven !== takesBeginning) return null;
  const { given, family } = namesOf(firstPerson(value) ?? value, isTurned);
  return isGiven ? given : family;
}

function namesOf(value: string, isTurned: boolean): Name {
  const booked = bookedName(value);
  if (booked !== null) return booked;
  if (isFirm(value) || (value.includes(",") && beginsAsFirm(value)))
    return { given: "", family: value };
  const parts = value
    .split(COMMA)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [front = "", ...behind] = parts;
  const isFull = /\s/.test(front);
  const found = behind.filter((part, at) => isSuffix(part, isFull || at > 0));
  const isSure = isFull && found.length > 0;
  const suffixes = behind.filter((part) => found.includes(part) || (isSure && isSureSuffix(part)));
  const turned = behind.filter((part) => !suffixes.includes(part));
  if (turned.length === 0) {
    // `Hill,` and `Lake, Jr.`: the given name is missing.
    const isFamily = !isFull && (suffixes.length > 0 || COMMA.test(value.trimEnd().slice(-1)));
    const straight = isTurned ? familyFirstName : straightName;
    return withSuffixes(isFamily ? { given: "", family: front } : straight(front), suffixes);
  }
  const name = turnedName(front, turned);
  // `Lake, Ben Jr.`: it is the family's wherever it stands.
  const generation = trailingGeneration(name.given);
  if (generation === null) return withSuffixes(name, suffixes);
  return withSuffixes({ ...name, given: generation.before }, [generation.suffix, ...suffixes]);
}

function withSuffixes(name: Name, suffixes: readonly string[]): Name {
  return { ...name, family: [name.family, ...suffixes].filter((part) => part !== "").join(" ") };
}

/** "Ann Lake". */
function straightName(name: string): Name {
  if (isHousehold(name)) return { given: "", family: name };
  const shown = shownOrder(name) ?? registeredName(name);
  if (shown !== null) return shown;
  const titled = titledName(name);
  if (titled !== null) return titled;
  const [given = "", and = "", other = "", ...family] = name.split(/\s+/);
  // "Ann & Tom Lake": two given names of one family.
  if (AND.test(and) && other !== "" && !isHouseholdWord(other)) {
    return { given: [given, and, other].join(" "), family: family.join(" ") };
  }
  const end = endOfGiven(name, given.length);
  return { given: name.slice(0, end), family: name.slice(end).trimStart() };
}

/** `Mª`, `M.ª`: María, which another given name follows. */
const MARIA = /^M\.?ª\.?$|^Ma\.$/;
/** "del Carmen", "José", where another word follows. */
const SECOND = /^\s+(?:(?:del|de la|de los|de las|de)\s+)?\S+(?=\s+\S)/;

function lengthOfSecond(name: string, from: number): number {
  return SECOND.exec(name.slice(from))?.[0].length ?? 0;
}

/** Initials and a nickname belong to the given name where a family name is left: "John W. Ingram". */
function endOfGiven(name: string, from: number): number {
  const isLetter = LETTER.test(name.slice(0, from));
  let end = from + (MARIA.exec(name.slice(0, from)) === null ? 0 : lengthOfSecond(name, from));
  for (const { 0: word, index } of name.slice(from).matchAll(/\S+/g)) {
    const isGiven = INITIALS.test(word) || NICKNAME.test(word) || (isLetter && LETTER.test(word));
    const next = from + index + word.length;
    if (!isGiven || !/\p{L}{2}/u.test(name.slice(next))) break;
    end = next;
  }
  return end;
}

/**
 * "Hill, Ben". Titles stay with the given name, on whichever side of the comma they are: "Dr. Braun,
 * Eva" and "Braun, Eva, Dr." are both "Dr. Eva" and "Braun". Where nothing but a title stands behind
 * the comma, it is the family's: "Braun, Herr" is "Herr Braun".
 */
function turnedName(front: string, behind: readonly string[]): Name {
  const parts = behind.map(partTitles);
  const own = parts.map(({ rest }) => rest).filter((rest) => rest !== "");
  const titles = parts.map((each) => each.titles).filter((each) => each !== "");
  const family = partTitles(front);
  const given = own.join(" ");
  if (family.rest === "" && given !== "") return straightName([front, ...behind].join(" "));
  const isWord = isHouseholdWord(given);
  if (given === "" || isWord) {
    const whole = [...titles, ...(isWord ? [given] : []), front].join(" ");
    const isFull = !isWord && /\s/.test(family.rest) && titles.every(isLearned);
    return isFull ? straightName(whole) : { given: "", family: whole };
  }
  if (family.titles === "" || isCompanyName(front)) {
    return { given: [...titles, given].join(" "), family: front };
  }
  return { given: [...titles, family.titles, given].join(" "), family: family.rest };
}
