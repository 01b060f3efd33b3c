import type { FieldName } from "../../../../preload/fields.ts";

/** What programs write where there is no value; as they write it, for Nan and Null are names too. */
const ANYWHERE = new Set(
  (
    "NULL null (null) (NULL) [null] [NULL] <null> <NULL> \\N None none NaN nan <NA> N/A n/a N/a N.A. n.a. n.a " +
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

/** The longest of them. */
const MAX_LENGTH = 9;
/** The first characters that any of them has, by their code. */
const FIRST = new Uint8Array(128);
for (const word of [...ANYWHERE, ...IN_NUMBERS]) {
  const code = word.charCodeAt(0);
  if (code < FIRST.length) FIRST[code] = 1;
}

/** A quick look at the length and the first character. */
export function mayBePlaceholder(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const first = text.charCodeAt(0);
  return first >= FIRST.length || FIRST[first] === 1;
}

/** Whether a cell says in a word that it holds nothing. */
export function isPlaceholder(field: FieldName, text: string): boolean {
  if (!mayBePlaceholder(text)) return false;
  return ANYWHERE.has(text) || (NUMBERS.has(field) && IN_NUMBERS.has(text));
}
