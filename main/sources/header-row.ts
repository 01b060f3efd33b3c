import type { SourceRow } from "./source.ts";

/** Titles and notes above the headers go no further down. */
const LOOK_ROWS = 50;

/** Words of column headers, in the languages lists come in; whole words or beginnings of them. */
const HEADER_WORDS =
  /(?:^|[^\p{L}])(?:e-?mail|mail|correo|courriel|name|nombre|apellidos?|nom|pr[eé]nom|nome|cognome|sobrenome|vorname|nachname|naam|voornaam|achternaam|first|last|surname|phone|mobile|tel|t[eé]l[eé]fono|telefon|telefone|t[eé]l[eé]phone|telefoon|m[oó]vil|celular|handy|code|c[oó]digo|codice|card|tarjeta|carte|karte|cart[aã]o|carta|tessera|kaart|id|number|n[uú]mero|nummer|numero|customer|client[ei]?|kunde|klant|address|direcci[oó]n|adresse|endere[cç]o|indirizzo|adres|street|calle|rue|stra[sß]+e|via|straat|city|ciudad|ville|stadt|ort|cidade|citt[aà]|plaats|state|province|provincia|zip|postal|postcode|plz|cap|country|pa[ií]s|pays|land|paese|birth|birthday|dob|date|fecha|datum|data|geburts\p{L}*|naissance|nacimiento|notes?|points?|puntos|balance|saldo)(?:[^\p{L}]|$)/iu;

const EMAIL = /^\S+@\S+\.\S+$/;
const VALUE_LIKE = [
  /^[-+]?[\d.,\s]+%?$/,
  /^\d{4}-\d{2}-\d{2}/,
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/,
  EMAIL,
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
  const bare = candidates.find((row) => isWide(row, width) && isCustomer(row));
  const above = likely.filter((row) => bare === undefined || row.number < bare.number);
  const named = above.find((row) => headerWords(row) >= 0.25);
  return (named ?? above[0] ?? bare ?? first).number;
}

/** A date, a number, an e-mail address, a phone number: nothing that names a column. */
export function isValueLike(cell: string): boolean {
  return VALUE_LIKE.some((shape) => shape.test(cell.trim()));
}

function filled(row: SourceRow): string[] {
  return row.cells.filter((cell) => cell.trim() !== "");
}

function looksLikeHeaders(row: SourceRow, width: number): boolean {
  if (!isWide(row, width)) return false;
  const cells = filled(row);
  if ((row.marks?.size ?? 0) > cells.length * 0.4) return false;
  const words = cells.filter((cell) => !isValueLike(cell));
  if (words.some((cell) => cell.length > 120)) return false;
  return words.length >= cells.length * 0.6;
}

function isWide(row: SourceRow, width: number): boolean {
  return filled(row).length >= Math.max(1, width * 0.5);
}

/** An e-mail address, or hardly any words: such a row names no columns. */
function isCustomer(row: SourceRow): boolean {
  const cells = filled(row);
  const values = cells.filter(isValueLike).length;
  return cells.some((cell) => EMAIL.test(cell.trim())) || values > cells.length * 0.6;
}

function headerWords(row: SourceRow): number {
  const cells = filled(row);
  const known = cells.filter((cell) => HEADER_WORDS.test(cell.replaceAll("_", " ")));
  return known.length / cells.length;
}
