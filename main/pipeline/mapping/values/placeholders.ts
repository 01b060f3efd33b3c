import type { FieldName } from "../../../../preload/fields.ts";
import { isUnsaid } from "./unsaid-words.ts";

/** What programs write where there is no value; as they write it, for Nan and Null are names too. */
const ANYWHERE = new Set(
  (
    "NULL null NONE N/a n/A (null) (NULL) [null] [NULL] <null> <NULL> #NULL \\N None none NaN nan <NA> N/A n/a N/a N.A. n.a. n.a " +
    "N/D n/d n.d. N/V n/v k.A. k.a. (blank) (empty) (none) (leer) (vacío) (vide) undefined - -- --- – — _ . ? ?? ??? " +
    "(brak) (puste) (tom) (tomt) (tyhjä) (prázdné) (boş) (buit) (пусто) н/д Н/Д б/д (空) (空白) なし 無し 未登録 未設定 暂无 未填写 無資料 없음"
  ).split(" "),
);
/** Words that name a country, a state, a person or a product elsewhere. */
const IN_NUMBERS = new Set(
  "NA na Null Nan unknown Unknown x X brak Brak yok Yok saknas Saknas ingen Ingen ei Ei není Není нет Нет 無 无".split(
    " ",
  ),
);
const NUMBERS: ReadonlySet<FieldName> = new Set<FieldName>([
  "email",
  "phone",
  "postal_code",
  "custom_date",
]);

/** What people write there instead, in any case. */
const SAID_IN_NUMBERS = new Set(
  (
    "not given,not provided,not available,not applicable,not known,no email,no e-mail,no phone,no mobile,no number,no address,tbd,xx,xxx," +
    "k. a.,unbekannt,nicht bekannt,nicht vorhanden,keine,keiner,keines,keine angabe,keine e-mail,keine email,kein telefon,entfällt,fehlt," +
    "ninguno,ninguna,desconocido,sin datos,sin correo,sin email,sin teléfono,sin telefono,no tiene,s/d,aucun,aucune,néant,inconnu,pas de mail," +
    "nessuno,nessuna,sconosciuto,non disponibile,assente,geen,onbekend,niet bekend,brak danych,nieznany,nie ma,nie podano," +
    "nenhum,nenhuma,desconhecido,não tem,nao tem,sem email,sem e-mail,sem telefone,não informado,nao informado," +
    "okänd,ukendt,ukjent,tuntematon,neznámý,bilinmiyor,неизвестно,不明,未知"
  ).split(","),
);

/** Numbers that forms are satisfied with: `000-000-0000`, `9999999999`, `1234567890`. */
const NO_NUMBER =
  /^[+(]*(?:0[\s().-]*){4,}$|^(?:(?:1[\s().-]*){9,}|(?:9[\s().-]*){9,})$|^1234567890?$/;
/** Addresses of nobody, whatever their domain: `noemail@shop.com`, `none@none.com`. */
const NO_ADDRESS =
  /^(?:no[._-]?(?:e-?mail|mail|correo|tiene)|none|sin[._-]?(?:e?mail|correo)|keine?[._-]?e?-?mail|pas[._-]?de?[._-]?(?:e?mail|courriel)|geen[._-]?e?-?mail|brak(?=@brak)|sem[._-]?e?-?mail)@/i;

/** The longest of the words that programs write. */
const MAX_LENGTH = 9;
/** The longest of all. */
const MAX_SAID = 16;
const NO_WORD = /[\d@]/;
const FIRST_LETTER = 65;
const ZERO = 48;
const ONE = 49;
const NINE = 57;
/** The first characters that any of the programs' words has, by their code. */
const FIRST = new Uint8Array(128);
for (const word of [...ANYWHERE, ...IN_NUMBERS]) {
  const code = word.charCodeAt(0);
  if (code < FIRST.length) FIRST[code] = 1;
}

/** A quick look at the length and the first character. */
function mayBeWritten(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const first = text.charCodeAt(0);
  return first >= FIRST.length || FIRST[first] === 1;
}

/** Whether a cell says in a word, or a number that is none, that it holds nothing. */
export function isPlaceholder(field: FieldName, text: string): boolean {
  if (field === "email" && NO_ADDRESS.test(text)) return true;
  if (isUnsaid(field, text)) return true;
  const isNumber = NUMBERS.has(field);
  if (mayBeWritten(text) && (ANYWHERE.has(text) || (isNumber && IN_NUMBERS.has(text)))) return true;
  if (!isNumber) return false;
  if (field === "phone" || field === "postal_code") {
    const end = text.charCodeAt(text.length - 1);
    if ((end === ZERO || end === ONE || end === NINE) && NO_NUMBER.test(text)) return true;
  }
  if (text.length > MAX_SAID || text.charCodeAt(0) < FIRST_LETTER) return false;
  if (NO_WORD.test(text)) return false;
  return SAID_IN_NUMBERS.has(text.toLowerCase());
}

/** Whether a cell says nothing of what its column holds; a tick says something. */
export function saysNothing(text: string): boolean {
  return ANYWHERE.has(text) || (text.length > 3 && isPlaceholder("phone", text));
}
