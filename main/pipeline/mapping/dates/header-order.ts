import { plainLetters } from "../../../common/plain-letters.ts";
import { dateShape } from "./shape.ts";

export type Order = "DD" | "MM";

/** Day, month and year as headers write them for short, by language: `TT.MM.JJJJ`, `jj/mm/aaaa`. */
const LETTERS: readonly string[] = ["dmy", "tmj", "jma", "dma", "gma", "dmj", "dmr", "pkv", "gay"];
const CYRILLIC: readonly string[] = ["дмг"];
/** The same as words. */
const WORDS: Readonly<Record<string, "D" | "M" | "Y">> = {
  ...{ day: "D", tag: "D", jour: "D", dia: "D", giorno: "D", dag: "D", dzien: "D", den: "D" },
  ...{ month: "M", monat: "M", mois: "M", mes: "M", mese: "M", maand: "M", miesiac: "M" },
  ...{ manad: "M", maned: "M", mesic: "M", year: "Y", jahr: "Y", annee: "Y", ano: "Y", anno: "Y" },
  ...{ jaar: "Y", rok: "Y", ar: "Y" },
};
const SHORT = /(?<!\p{L})(\p{L}{1,2})([./\- ]?)(\p{L}{1,2})\2(\p{L}{2}|\p{L}{4})(?!\p{L})/gu;
const LONG = /(?<!\p{L})(\p{L}{3,7})[./-](\p{L}{3,7})[./-](\p{L}{2,5})(?!\p{L})/gu;
const EXAMPLE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2}(?:\d{2})?(?!\d)/g;
/** Headers are short; what is longer says more than that. */
const MAX_LENGTH = 200;

/**
 * The order of day and month that a header itself names: `Birthday (DD/MM/YYYY)`, `Geburtstag
 * TT.MM.JJJJ`, `date (day/month/year)`, `e.g. 31/12/1990`. Null where it names none, or two.
 */
export function orderInHeader(header: string): Order | null {
  const text = plainLetters(header.slice(0, MAX_LENGTH));
  const named = [
    ...[...text.matchAll(SHORT)].map(([, first = "", , second = "", year = ""]) =>
      orderOfLetters(first, second, year),
    ),
    ...[...text.matchAll(LONG)].map(([, first = "", second = "", year = ""]) =>
      orderOfParts(WORDS[first], WORDS[second], WORDS[year]),
    ),
    ...[...text.matchAll(EXAMPLE)].map(([example]) => orderOfExample(example)),
  ];
  const orders = new Set(named.filter((order) => order !== null));
  const [only] = orders;
  return orders.size === 1 ? (only ?? null) : null;
}

function orderOfLetters(first: string, second: string, year: string): Order | null {
  const letters = [first, second, year].map((part) =>
    [...part].every((letter) => letter === part[0]) ? part.charAt(0) : " ",
  );
  const [a = "", b = "", c = ""] = letters;
  const known = [...LETTERS, ...CYRILLIC];
  if (known.includes(a + b + c)) return "DD";
  return known.includes(b + a + c) ? "MM" : null;
}

function orderOfParts(first?: string, second?: string, year?: string): Order | null {
  if (year !== "Y") return null;
  if (first === "D" && second === "M") return "DD";
  return first === "M" && second === "D" ? "MM" : null;
}

/** An example tells it by a day above 12. */
function orderOfExample(example: string): Order | null {
  const shape = dateShape(example);
  if (shape.kind !== "numeric") return null;
  const { first, second } = shape;
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return "DD";
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? "MM" : null;
}
