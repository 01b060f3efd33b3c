import type { FieldName } from "../../../preload/fields.ts";
import { endsInExponent, readExponent } from "./values/exponents.ts";

/** A cell's content that a spreadsheet program spoilt before the list came here. */
export type Damage =
  | { readonly code: "cell-error"; readonly params: { readonly error: string } }
  | {
      readonly code: "cell-too-narrow" | "number-rounded" | "formula-without-result";
      readonly params: Record<string, never>;
    };

/** Error values as spreadsheet programs show them, also in the product's other languages. */
const CELL_ERRORS = new Set(
  (
    "#N/A #REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! " +
    "#UNKNOWN! #BUSY! #GETTING_DATA #N/D #N/V #NV #¡REF! #¡VALOR! #¡DIV/0! #¿NOMBRE? #¡NUM! " +
    "#¡NULO! #REF #VALEUR! #NOM? #NOMBRE! #NUL! #BEZUG! #WERT! #ZAHL! #VALOR! #NOME? #NÚM! " +
    "#NULO! #RIF! #VALORE! #NB #VERW! #WAARDE! #DEEL/0! #NAAM? #GETAL! #LEEG! #ERROR! #ERROR #FEHLER! #ERREUR! #ERRO! #ERRORE! #FOUT! " +
    "#NOMBRE? #¡CALC! #ÜBERLAUF! #KALK! #PROPAGATION! #ESPANSIONE! #ARG! #ADR! #LICZBA! #ZERO! #NAZWA? #DZIEL/0! " +
    "#HODNOTA! #ODKAZ! #NÁZEV? #DĚLENÍ_NULOU! #ČÍSLO! #VÄRDEFEL! #REFERENS! #NAMN? #DIVISION/0! #OGILTIGT! #SAKNAS! " +
    "#VÆRDI! #REFERENCE! #NAVN? #I/T #VERDI! #ARVO! #VIITTAUS! #NIMI? #JAKO/0! #LUKU! #PUUTTUU! #TYHJÄ! " +
    "#DEĞER! #BAŞV! #AD? #SAYI/0! #SAYI! #YOK #BOŞ! #ЗНАЧ! #ССЫЛКА! #ИМЯ? #ДЕЛ/0! #ЧИСЛО! #Н/Д #ПУСТО!"
  ).split(" "),
);
const TOO_NARROW = /^#{3,}$/;
/** `1.23457E+15`, `1,23E+15`: always with the sign, so that codes such as 12E34 pass. */
const ROUNDED = /^[+-]?(?:\d(?:[.,]\d+)?|\d{2,3}[.,]\d+)E\+\d{2,3}$/i;
/** The formula of an online spreadsheet had no result yet when the list was saved. */
const LOADING =
  /^(?:Loading|Cargando|Chargement|Wird geladen|Caricamento(?: in corso)?|Carregando|A carregar|Laden|Ładowanie|Wczytywanie|Läser in|Indlæser|Laster inn|Ladataan|Načítání|Yükleniyor|Загрузка|読み込み中)(?:\.{3}|…)$/i;

/** `=CONCAT(A2,B2)`, `=A2&B2`: the formula itself, where its result should stand. */
const FORMULA =
  /^=\s*[-+(]*(?:[\p{Lu}_][\p{Lu}\d._]*\(|(?:[\p{L}\d_]+!|'[^']+'!)?\$?[A-Z]{1,3}\$?\d+(?:\s*[-+*/&:^,;)]|$)|"[^"]*"\s*&)/u;

const EQUALS = 61;
const PLUS = 43;
const DOT = 46;
const ELLIPSIS = 0x2026;

/** Fields in which a rounded number is never what was meant. */
const NUMBERS: ReadonlySet<FieldName> = new Set<FieldName>([
  "card_number",
  "code",
  "phone",
  "postal_code",
  "customer_username",
  "customer_password",
  "customer_PIN",
  "auto_add",
]);

export function damageOf(field: FieldName, value: string): Damage | null {
  if (value.charCodeAt(0) === 35) {
    const error = value.toUpperCase();
    if (CELL_ERRORS.has(error)) return { code: "cell-error", params: { error } };
    if (TOO_NARROW.test(value)) return { code: "cell-too-narrow", params: {} };
  }
  if (value.charCodeAt(0) === EQUALS && field !== "customer_password" && FORMULA.test(value)) {
    return { code: "formula-without-result", params: {} };
  }
  const { length } = value;
  const last = value.charCodeAt(length - 1);
  if ((last === DOT || last === ELLIPSIS) && LOADING.test(value)) {
    return { code: "cell-error", params: { error: value } };
  }
  if (!NUMBERS.has(field)) return null;
  // The sign stands before the last two or three digits.
  const signed = value.charCodeAt(length - 3) === PLUS || value.charCodeAt(length - 4) === PLUS;
  const isRounded =
    (signed && ROUNDED.test(value)) || (endsInExponent(value) && readExponent(value) === "cut");
  return isRounded ? { code: "number-rounded", params: {} } : null;
}
