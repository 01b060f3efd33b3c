import type { FieldName } from "../../../../preload/fields.ts";

/** Fields of which nobody's value is such a word. */
const TEXTS: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(["first_name", "last_name", "city", "state", "country", "street1", "street2"] as const),
]);
const KEYS: ReadonlySet<FieldName> = new Set<FieldName>(["card_number", "code"]);
const CONTACTS: ReadonlySet<FieldName> = new Set<FieldName>(["email", "phone", "postal_code"]);

/** What people write for a name or an address that they do not know, in any case. */
const UNKNOWN =
  "unknown,(unknown),not known,not provided,not available,not given,not applicable,no name,(no name),noname,unnamed,tbd,tba,xx,xxx,xxxx," +
  "unbekannt,nicht bekannt,nicht vorhanden,nicht angegeben,keine angabe,ohne namen,kein name,k. a.,desconocido,desconocida,sin nombre,sin datos,no disponible," +
  "inconnu,inconnue,sans nom,non renseigné,non renseignée,non communiqué,sconosciuto,sconosciuta,senza nome,non disponibile," +
  "onbekend,niet bekend,geen naam,nieznany,nieznana,brak danych,nie podano,desconhecido,desconhecida,sem nome,não informado,nao informado," +
  "okänd,ukendt,ukjent,tuntematon,neznámý,neznámá,bilinmiyor,неизвестно,неизвестен,不明,未知,名無し,無名," +
  "null null,undefined undefined,none none,nan nan,n/a n/a,- -";
/** As a key, these are as many customers as there are rows, all under one. */
const NO_KEY =
  "none,no card,no number,no code,no id,pending,lost,lost card,keine,keine karte,ohne,ohne karte,sin tarjeta,ninguna,ninguno,sans carte,aucune,aucun," +
  "senza carta,nessuna,geen,geen kaart,brak,brak karty,sem cartão,nenhum";
const NO_CONTACT = "non renseigné,non communiqué,nicht angegeben,no disponible,sin mail,s/c,s/n";

const words = new Set(UNKNOWN.split(","));
const keyWords = new Set([...words, ...NO_KEY.split(",")]);
const contactWords = new Set(NO_CONTACT.split(","));

/** By first letter, length and last letter, whether any of the words may be it. */
const QUICK = 4096;
const quick = new Uint8Array(QUICK);
for (const word of [...keyWords, ...contactWords]) quick[placeOf(word)] = 1;

function placeOf(text: string): number {
  const { length } = text;
  const first = text.charCodeAt(0) | 32;
  const last = text.charCodeAt(length - 1) | 32;
  return (first * 31 + last * 7 + length * 131) & (QUICK - 1);
}

/** A field that a letter to customers was to be filled with: `{{first_name}}`, `*|FNAME|*`, `[Last Name]`. */
const TO_FILL_IN =
  /^(?:\{\{[^{}]+\}\}|\{[A-Za-z_ ]+\}|\*\|[^|*]+\|\*|%[A-Za-z_]+%|%%[A-Za-z_]+%%|\[[A-Za-z_ ]{0,20}(?:[Nn]ame|[Mm]ail|City|State|Address|Phone|Street|Country|NAME|MAIL)\]|\$\{[^{}]+\}|<<[^<>]+>>|«[^«»]+»|\[object Object\])$/;
const SIGN = /^[^\p{L}\p{N}]+$/u;
const ASCII_END = 128;
const SMALL_A = 97;
const SMALL_Z = 122;

/** A look at the ends: nearly no value is any of these, so that its field needs no look. */
function mayBeUnsaid(text: string): boolean {
  const code = text.charCodeAt(0);
  // A number with a sign in front ends in a digit.
  if (code < SMALL_A && isSignOfAscii(code)) {
    return isSignOfAscii(text.charCodeAt(text.length - 1));
  }
  return code > SMALL_Z || quick[placeOf(text)] === 1;
}

/** Whether a name, a place or a key says in words or signs that it is none. */
export function isUnsaid(field: FieldName, text: string): boolean {
  if (text === "" || !mayBeUnsaid(text)) return false;
  const isText = TEXTS.has(field);
  const isKey = KEYS.has(field);
  if (!isText && !isKey && !CONTACTS.has(field)) return false;
  if (isSigns(text) || TO_FILL_IN.test(text)) return true;
  const word = text.toLowerCase();
  if (isKey) return keyWords.has(word);
  return isText ? words.has(word) : contactWords.has(word);
}

/** Signs of ASCII alone: the ends nearly always tell. */
function isSigns(text: string): boolean {
  const isEnd =
    isSignOfAscii(text.charCodeAt(0)) && isSignOfAscii(text.charCodeAt(text.length - 1));
  return isEnd && isAscii(text) && SIGN.test(text);
}

function isSignOfAscii(code: number): boolean {
  if (code >= ASCII_END) return false;
  return code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || code > 122;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= ASCII_END) return false;
  return true;
}
