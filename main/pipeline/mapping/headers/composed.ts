import type { Entry, Meaning } from "./dictionary.ts";
import { isEastAsian, isJoining } from "./header-words.ts";

type Find = (words: readonly string[]) => Entry | null;

/** "Kundenkarte Nr.", "Nº móvil": the number of it is the thing itself. */
const NUMBERED: ReadonlySet<Meaning> = new Set<Meaning>([
  "card_number",
  "phone",
  "mobile_phone",
  "home_phone",
  "work_phone",
]);
const KINDS_OF_PHONE: ReadonlySet<Meaning> = new Set<Meaning>([
  "mobile_phone",
  "home_phone",
  "work_phone",
]);
/** What "Ort/Stadt" or "Adresse (Straße)" may say twice. */
const SAID_TWICE: ReadonlySet<Meaning> = new Set<Meaning>([
  "card_number",
  "first_name",
  "last_name",
  "full_name",
  "family_first",
  "email",
  "phone",
  "mobile_phone",
  "custom_date",
  "street1",
  "street2",
  "city",
  "province_city",
  "state",
  "postal_code",
  "country",
]);

const PARTS_OF_NAME: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(["first_name", "last_name", "full_name", "family_first", "name"] as const),
]);
const PARTS_OF_ADDRESS: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(["state", "city", "lot", "street1", "street2"] as const),
]);

/** A header that no dictionary holds but whose parts they hold. */
export function composed(words: readonly string[], find: Find): Entry | null {
  const number = numbered(words, find);
  if (number !== null) return number;
  for (let at = 1; at < words.length; at += 1) {
    const [a, b] = [find(words.slice(0, at)), find(withoutJoining(words.slice(at)))];
    const joined = join(a, b) ?? inTwoLanguages(a, b, words, at) ?? partOfAddress(words, at, find);
    if (joined !== null) return joined;
  }
  return null;
}

/** "State/County", "Zip or Postcode": alternatives that all mean one thing. */
export function alternatives(header: string, find: (part: string) => Entry | null): Entry | null {
  const parts = header.split(/[/|]/).flatMap(partsByWord);
  if (parts.length < 2) return null;
  const entries = parts.map(find);
  const [first] = entries;
  if (first === null || first === undefined) return null;
  if (!SAID_TWICE.has(first.meaning) && first.meaning !== "state_maybe") return null;
  const state = entries.find((each) => each?.meaning === "state") ?? first;
  const one = entries.every(
    (each) => each !== null && isAlike(each, state) && each.owner === first.owner,
  );
  return one ? state : null;
}

/** "地區/州/省份": what may be a state is one beside the words for it. */
function isAlike({ meaning }: Entry, other: Entry): boolean {
  return meaning === other.meaning || (meaning === "state_maybe" && other.meaning === "state");
}

const OR: ReadonlySet<string> = new Set([
  "or",
  "o",
  "ou",
  "oder",
  "of",
  "eller",
  "lub",
  "nebo",
  "tai",
  "veya",
  "или",
]);

/** Cut at every "or" that stands between words. */
function partsByWord(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  const cuts = words.flatMap((word, at) =>
    at > 0 && at < words.length - 1 && OR.has(word.toLowerCase()) ? [at] : [],
  );
  return [-1, ...cuts].map((cut, at) => words.slice(cut + 1, cuts[at]).join(" "));
}

function numbered(words: readonly string[], find: Find): Entry | null {
  if (words.length < 2) return null;
  const rest = without("number", words);
  const entry = find(rest ?? without("id", words) ?? []);
  if (entry === null) return null;
  if (rest !== null && NUMBERED.has(entry.meaning)) return { ...entry, rank: entry.rank + 1 };
  // "Cliente nº", "ID klant".
  return isCustomer(entry) ? { ...entry, meaning: "code", confidence: "likely" } : null;
}

/** The words but for that one at either end and what joined it; null where it is at neither. */
function without(word: string, words: readonly string[]): readonly string[] | null {
  if (words.at(-1) === word) return words.slice(0, -1);
  if (words[0] !== word) return null;
  const from = words.findIndex((each, at) => at > 0 && !isJoining(each));
  return from < 0 ? null : words.slice(from);
}

/** "Customer", "Kunde", "Cliente" by themselves. */
function isCustomer(entry: Entry): boolean {
  return entry.meaning === "full_name" && entry.confidence === "unsure";
}

/** "Phone (mobile)", "Tel. celular"; "Ort/Stadt"; "Straße/Hausnr.". */
function join(a: Entry | null, b: Entry | null): Entry | null {
  if (a === null || b === null) return null;
  if (a.meaning === b.meaning && SAID_TWICE.has(a.meaning)) return later(a, b);
  if (a.meaning === "phone" && KINDS_OF_PHONE.has(b.meaning)) return b;
  if (b.meaning === "phone" && KINDS_OF_PHONE.has(a.meaning)) return a;
  if (a.meaning === "postal_code" && isTown(b)) return { ...a, meaning: "postal_city" };
  return a.meaning === "street1" && b.meaning === "house_number" ? a : null;
}

function isTown({ meaning }: Entry): boolean {
  return meaning === "city" || meaning === "postal_town";
}

/** "Postnummer og by". */
function withoutJoining(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  return rest.length > 0 && isJoining(first) ? rest : words;
}

function isHalf(part: Entry | null): boolean {
  return part?.meaning === "first_name" || part?.meaning === "last_name";
}

/** "客户编号 Customer No.", "姓名 Name": the same twice, in two scripts. */
function inTwoLanguages(
  a: Entry | null,
  b: Entry | null,
  words: readonly string[],
  at: number,
): Entry | null {
  if (a === null || b === null || isLatin(words[at - 1]) === isLatin(words[at])) return null;
  if (a.meaning === "code" && b.meaning === "code") return later(a, b);
  if (b.meaning === "name" && PARTS_OF_NAME.has(a.meaning)) return a;
  return a.meaning === "name" && PARTS_OF_NAME.has(b.meaning) ? b : null;
}

function isLatin(word = ""): boolean {
  return /^[\p{sc=Latin}\d]/u.test(word);
}

/** "住所2（市区町村）": which part of the address it is. */
function partOfAddress(words: readonly string[], at: number, find: Find): Entry | null {
  if (!isEastAsian(words[at] ?? "")) return null;
  const line = words.slice(0, at).filter((word, index) => index === 0 || !/^\d$/.test(word));
  const part = find(words.slice(at));
  const named = find(words.slice(0, at));
  // "顧客名(姓)".
  if (named?.meaning === "full_name" && isHalf(part)) return part;
  if (part === null || !PARTS_OF_ADDRESS.has(part.meaning)) return null;
  return find(line)?.meaning === "street1" ? part : null;
}

function later(a: Entry, b: Entry): Entry {
  return a.confidence === "certain" ? b : a;
}
