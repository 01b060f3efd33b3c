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
  return (first * 31 + last * 7 + length * 131) % QUICK;
}

/** A field that a letter to customers was to be filled with: `{{first_name}}`, `*|FNAME|*`, `[Last Name]`. */
const TO_FILL_IN =
  /^(?:\{\{[^{}]+\}\}|\{[A-Za-z_ ]+\}|\*\|[^|*]+\|\*|%[A-Za-z_]+%|%%[A-Za-z_]+%%|\[[A-Za-z_ ]{0,20}(?:[Nn]ame|[Mm]ail|City|State|Address|Phone|Street|Country|NAME|MAIL)\]|\$\{[^{}]+\}|<<[^<>]+>>|«[^«»]+»|\[object Object\])$/;
const SIGN = /^[^\p{L}\p{N}]+$/u;
const ASCII_END = 128;

/** Whether a name, a place or a key says in words or signs that it is none. */
export function isUnsaid(field: FieldName, text: string): boolean {
  const isText = TEXTS.has(field);
  const isKey = KEYS.has(field);
  const isContact = CONTACTS.has(field);
  if (text === "" || !(isText || isKey || isContact)) return false;
  const first = text.charCodeAt(0);
  if (first < ASCII_END ? isSignOfAscii(first) : first === 171) {
    if (TO_FILL_IN.test(text)) return true;
    if (isAscii(text) && SIGN.test(text)) return true;
  }
  if (quick[placeOf(text)] !== 1) return false;
  const word = text.toLowerCase();
  if (isKey) return keyWords.has(word);
  return isText ? words.has(word) : contactWords.has(word);
}

function isSignOfAscii(code: number): boolean {
  return code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || code > 122;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= ASCII_END) return false;
  return true;
}
