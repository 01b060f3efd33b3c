import type { FieldName } from "../../../../preload/fields.ts";
import type { Confidence } from "../../../../preload/types.ts";
import { isEmail } from "../../../common/email-shape.ts";
import { headerWords } from "../headers/header-words.ts";
import { isBirthdays } from "./birthdays.ts";
import type { ReadColumn } from "./candidate.ts";
import { isLoyaltyNumber } from "./codes/loyalty-number.ts";
import { isPhone } from "./contradicts.ts";
import { isUnmistakablePostalCode } from "./postal-shape.ts";
import type { Proposed } from "./single-fields.ts";

const MOST = 0.9;
/** Headers that say nothing: "Column 3", "Spalte C", "Unnamed: 4", a letter. */
const NAMELESS =
  /^(?:(?:column|col|columna|colonne|spalte|coluna|colonna|kolom|field|campo|champ|feld|veld|unnamed|kolumna|sloupec|kolumn|kolonne|sarake|sutun|столбец|колонка|列|欄|열)?(?:\d+|[a-z])?|column[a-z]{2,3}|contact|contacto|kontakt|contatto|contato)$/;
/** Headers of a date that do not say which. */
const ANY_DATE = /^(?:date|fecha|datum|data|dato|paivamaara|pvm|tarih|дата|日付|日期|날짜)$/;
/** An e-mail address beside one of these words is somebody else's, or no longer in use. */
const OTHERS =
  /owner|rep|agent|manager|assistant|staff|sales|employee|refer|spouse|partner|parent|company|second|altern|opt|consent|work|business|shipping|billing|emergency|old|previous|former|backup|recover|paypal|creat|updat|modif|assign|author|seller|vendor|supplier|cc|from|reply|conyuge|conjoint|coniuge|conjuge|empresa|entreprise|firma|azienda|bedrijf|trabajo|travail|lavoro|trabalho|geschaft|werk|vend|foretag|virksomhed|bedrift|yritys|sirket|firem|arbet|arbejd|arbeid|prac|doruc|dostaw|lever|toimitus|teslimat|onay|zgod|souhlas|samtyck|samtykk|suostum|работ|компан|достав|соглас|会社|勤務|配送|同意|許可|公司|收货|收貨|회사|직장|배송|동의|수신|2|3/;

interface ByValues {
  readonly field: FieldName;
  readonly confidence: Confidence;
  readonly fits: (column: ReadColumn) => boolean;
}

/** What values alone can show, each where exactly one column shows it. A new kind is a line here. */
const KINDS: readonly ByValues[] = [
  {
    field: "email",
    confidence: "likely",
    fits: (each) => isNameless(each) && each.facts.share(isEmail) >= MOST,
  },
  {
    field: "email",
    confidence: "unsure",
    fits: (each) => !OTHERS.test(keyOf(each)) && each.facts.share(isEmail) >= MOST,
  },
  {
    field: "phone",
    confidence: "unsure",
    fits: (each) => isNameless(each) && each.facts.share(isWrittenPhone) >= MOST,
  },
  {
    field: "postal_code",
    confidence: "unsure",
    fits: (each) => isNameless(each) && each.facts.share(isUnmistakablePostalCode) >= MOST,
  },
  {
    field: "card_number",
    confidence: "unsure",
    fits: (each) => isNameless(each) && each.facts.share(isLoyaltyNumber) === 1,
  },
  {
    field: "custom_date",
    confidence: "unsure",
    fits: (each) =>
      (isNameless(each) || ANY_DATE.test(keyOf(each))) && isBirthdays(each.facts.values),
  },
];

/**
 * What the values alone show, where no header spoke. Bare numbers, names and most dates show
 * nothing by themselves.
 */
export function proposeByValues(
  columns: readonly ReadColumn[],
  taken: ReadonlySet<FieldName>,
): readonly Proposed[] {
  const open = columns.filter(({ entry, facts }) => entry === null && facts.values.length > 0);
  const fields = new Set(taken);
  const used = new Set<number>();
  return KINDS.flatMap(({ field, confidence, fits }) => {
    if (fields.has(field)) return [];
    const [only, second] = open.filter((each) => !used.has(each.column.index) && fits(each));
    if (only === undefined || second !== undefined) return [];
    fields.add(field);
    used.add(only.column.index);
    return [{ field, columns: [only.column.index], confidence }];
  });
}

function isNameless(column: ReadColumn): boolean {
  return NAMELESS.test(keyOf(column));
}

/** Numbers of people and machines that are written in groups as phones are: SSN, CPF, IP address. */
const OTHER_GROUPS = /^(?:\d{3}-\d\d-\d{4}|\d{3}\.\d{3}\.\d{3}-\d\d|\d{1,3}(?:\.\d{1,3}){3})$/;
/** The most digits of a phone in groups without a plus; a payment card has more. */
const MAX_GROUPED_DIGITS = 13;

/** With a plus, brackets or groups: bare digits may be anything, 000501 or 0012345678905 too. */
function isWrittenPhone(value: string): boolean {
  if (!isPhone(value) || OTHER_GROUPS.test(value)) return false;
  if (/^(?:\+|\(\d)/.test(value)) return true;
  const isGrouped = /^\d{2,4}[ .-]\d{2,4}[ .-]\d{2}/.test(value);
  return isGrouped && value.replace(/\D/g, "").length <= MAX_GROUPED_DIGITS;
}

function keyOf({ column }: ReadColumn): string {
  return headerWords(column.header).join("");
}
