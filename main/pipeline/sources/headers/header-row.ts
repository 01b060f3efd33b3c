import { isEmail } from "../../../common/email-shape.ts";
import { plainLetters } from "../../../common/plain-letters.ts";
import type { SourceRow } from "../source.ts";

/** Titles and notes above the headers go no further down. */
const LOOK_ROWS = 50;

/** Words of column headers, in the languages lists come in, in plain letters: a line for each idea. */
const HEADER_IDEAS: readonly string[] = [
  "email mail correo courriel",
  "name nombre nome naam nom",
  "first vorname prenom voornaam",
  "last surname apellido apellidos cognome sobrenome nachname achternaam",
  "phone mobile tel telefono telefon telefone telephone telefoon movil celular handy",
  "code codigo codice",
  "card tarjeta carte karte cartao carta tessera kaart",
  "id number numero nummer",
  "customer client cliente clienti kunde klant",
  "address direccion adresse endereco indirizzo adres",
  "street calle rue strasse strase via straat",
  "city ciudad ville stadt ort cidade citta plaats",
  "state province provincia",
  "zip postal postcode plz cap",
  "country pais pays land paese",
  "birth birthday dob naissance nacimiento",
  "date fecha datum data",
  "note notes",
  "point points puntos",
  "balance saldo",
];
const IDEA_OF: ReadonlyMap<string, number> = new Map(
  HEADER_IDEAS.flatMap((words, idea) => words.split(" ").map((word) => [word, idea] as const)),
);
/** `Geburtstag`, `Geburtsdatum`. */
const HEADER_BEGINNING = "geburts";
/** What is longer is no header. */
const MAX_HEADER = 120;

/** A value shows what it is in its beginning. */
const MAX_VALUE = 500;
const VALUE_LIKE = [
  /^[-+]?[\d.,\s]+%?$/,
  /^\d{4}-\d{2}-\d{2}/,
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/,
  /^[+(]?\d[\d\s()./-]{5,}$/,
  /^(?:TRUE|FALSE)$/,
];

/**
 * The 1-based row that names the columns: the first one that is about as wide as the list and
 * holds distinct words rather than values; titles and blank rows above it are passed over.
 * The first row that is used where none looks like headers; 1 in an empty sheet. Where a customer
 * stands above it, an odd customer is no header row: only words of headers make one then.
 */
export function proposeHeaderRow(rows: readonly SourceRow[]): number {
  const used = rows.filter((row) => filled(row).length > 0);
  const first = used[0];
  if (first === undefined) return 1;
  const width = Math.max(...used.map((row) => filled(row).length));
  const candidates = used.filter((row) => row.number < first.number + LOOK_ROWS);
  const likely = candidates.filter((row) => looksLikeHeaders(row, width));
  const certain = likely.find((row) => headerWords(row) >= 0.5);
  if (certain !== undefined) return certain.number;
  // Headers without a row below them are none; only words of headers say otherwise.
  const last = used.length > 1 ? used.at(-1) : undefined;
  const bare = candidates.find((row) => row !== last && isWide(row, width) && isCustomer(row));
  const above = likely.filter((row) => bare === undefined || row.number < bare.number);
  const named = above.find((row) => headerWords(row) >= 0.25);
  return (named ?? above[0] ?? bare ?? first).number;
}

/** A date, a number, an e-mail address, a phone number: nothing that names a column. */
export function isValueLike(cell: string): boolean {
  const value = cell.slice(0, MAX_VALUE).trim();
  return isEmail(value) || VALUE_LIKE.some((shape) => shape.test(value));
}

function filled(row: SourceRow): string[] {
  return row.cells.filter((cell) => cell.trim() !== "");
}

function looksLikeHeaders(row: SourceRow, width: number): boolean {
  if (!isWide(row, width)) return false;
  const cells = filled(row);
  if ((row.marks?.size ?? 0) > cells.length * 0.4) return false;
  const words = cells.filter((cell) => !isValueLike(cell));
  if (words.some((cell) => cell.length > MAX_HEADER)) return false;
  return words.length >= cells.length * 0.6;
}

function isWide(row: SourceRow, width: number): boolean {
  return filled(row).length >= Math.max(1, width * 0.5);
}

/** An e-mail address, or hardly any words: such a row names no columns. */
function isCustomer(row: SourceRow): boolean {
  const cells = filled(row);
  const values = cells.filter(isValueLike).length;
  return cells.some((cell) => isEmail(cell.trim())) || values > cells.length * 0.6;
}

function headerWords(row: SourceRow): number {
  const cells = filled(row);
  return cells.filter(holdsHeaderWord).length / cells.length;
}

export function holdsHeaderWord(cell: string): boolean {
  return wordsOf(cell).some((word) => IDEA_OF.has(word) || word.startsWith(HEADER_BEGINNING));
}

/** Whether two headers say the same in other words, as in two languages: `Apellido`, `Last Name`. */
export function isTranslation(cell: string, other: string): boolean {
  const words = new Set(wordsOf(cell));
  const others = wordsOf(other);
  if (others.some((word) => words.has(word))) return false;
  const ideas = new Set([...words].map((word) => IDEA_OF.get(word)));
  return others.some((word) => IDEA_OF.has(word) && ideas.has(IDEA_OF.get(word)));
}

function wordsOf(cell: string): readonly string[] {
  return plainLetters(cell.slice(0, MAX_HEADER)).match(/\p{L}+/gu) ?? [];
}
