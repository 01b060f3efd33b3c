import type { FieldName } from "../../../../preload/fields.ts";
import type { Transform } from "../../../../preload/types.ts";
import { isCompanyName } from "../proposal/company-name.ts";
import { capitalsFirst } from "./capitals-first.ts";
import { isHousehold, isHouseholdWord } from "./households.ts";
import { isLearned, type Name, partTitles, titledName } from "./name-titles.ts";

type Split = Extract<Transform, { readonly kind: "split" }>;

/** What stands behind a comma without turning the name round. */
const SUFFIX =
  /^(?:jr|jun|junior|sr|sen|senior|ii|iii|iv|v|ph\.?\s?d|m\.?\s?d|m\.?a|b\.?a|mba|esq|dds|cpa|rn|hijo|filho|neto)\.?$/i;

/** Between two given names; a capital letter alone is an initial. */
const AND = /^(?:[&+eyi]|[Aa]nd|[Uu]nd|[Ee]t|en|AND|UND|ET)$/;

/** No given name is one of these; V and other letters may be the beginning of one. */
const GENERATION = /^(?:jr|jun|junior|sr|senior|ii|iii|iv)\.?$/i;

/**
 * The given or the family name of a full one, where a split of that field means it: "Ann Lake" and
 * "Hill, Ben" stand in one column, and each row says for itself which it is. Null where the split
 * was chosen to take something else.
 */
export function splitName(field: FieldName, value: string, split: Split): string | null {
  const takesBeginning = (split.by === "blank") === (split.take === "first");
  if (split.take === "last") return null;
  if (field === "first_name" && takesBeginning) return namesOf(value).given;
  if (field === "last_name" && !takesBeginning) return namesOf(value).family;
  // The family's name stands in front in the whole list: capitals tell how many words it has.
  const name = split.by === "blank" ? capitalsFirst(value) : null;
  if (name === null) return null;
  if (field === "first_name") return name.given;
  return field === "last_name" ? name.family : null;
}

function namesOf(value: string): Name {
  const parts = value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const suffixes = parts.slice(1).filter((part) => SUFFIX.test(part));
  const [front = "", ...turned] = parts.filter((part, at) => at === 0 || !SUFFIX.test(part));
  if (turned.length === 0) {
    // `Hill,`: the given name is missing.
    const isFamily = suffixes.length === 0 && value.trimEnd().endsWith(",") && !/\s/.test(front);
    const name = isFamily ? { given: "", family: front } : straightName(front);
    return withSuffixes(name, suffixes);
  }
  const name = turnedName(front, turned);
  // `Lake, Ben Jr.`: it is the family's wherever it stands.
  const blank = name.given.lastIndexOf(" ");
  const behind = name.given.slice(blank + 1);
  if (blank < 0 || !GENERATION.test(behind)) return withSuffixes(name, suffixes);
  return withSuffixes({ ...name, given: name.given.slice(0, blank) }, [behind, ...suffixes]);
}

function withSuffixes(name: Name, suffixes: readonly string[]): Name {
  return { ...name, family: [name.family, ...suffixes].filter((part) => part !== "").join(" ") };
}

/** "Ann Lake". */
function straightName(name: string): Name {
  if (isHousehold(name)) return { given: "", family: name };
  const titled = titledName(name);
  if (titled !== null) return titled;
  const [given = "", and = "", other = "", ...family] = name.split(/\s+/);
  // "Ann & Tom Lake": two given names of one family.
  if (AND.test(and) && other !== "" && !isHouseholdWord(other)) {
    return { given: [given, and, other].join(" "), family: family.join(" ") };
  }
  return { given, family: name.slice(given.length).trimStart() };
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
