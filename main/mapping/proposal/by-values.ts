import type { FieldName } from "../../../preload/fields.ts";
import { headerWords } from "../headers/header-words.ts";
import type { ReadColumn } from "./candidate.ts";
import { isEmail, isPhone } from "./contradicts.ts";
import type { Proposed } from "./single-fields.ts";

const MOST = 0.9;
/** Headers that say nothing: "Column 3", "Spalte C", "Unnamed: 4", a letter. */
const NAMELESS =
  /^(?:(?:column|col|columna|colonne|spalte|coluna|colonna|kolom|field|campo|champ|feld|veld|unnamed)?(?:\d+|[a-z])?|contact|contacto|kontakt|contatto|contato)$/;
/** An e-mail address beside one of these words is somebody else's. */
const OTHERS =
  /owner|rep|agent|manager|assistant|staff|sales|employee|refer|spouse|partner|parent|company|second|altern|opt|consent|work|business|shipping|billing|emergency|2|3/;

/**
 * What the values alone show, where no header spoke: the only column of e-mail addresses, and
 * phone numbers under a header without meaning. Dates and bare numbers show nothing by themselves.
 */
export function proposeByValues(
  columns: readonly ReadColumn[],
  taken: ReadonlySet<FieldName>,
): readonly Proposed[] {
  const open = columns.filter(({ entry, facts }) => entry === null && facts.values.length > 0);
  const proposed: Proposed[] = [];
  if (!taken.has("email")) {
    const found = open.filter(({ facts }) => facts.share(isEmail) >= MOST);
    const [only] = found;
    if (only !== undefined && found.length === 1 && !OTHERS.test(keyOf(only))) {
      const confidence = NAMELESS.test(keyOf(only)) ? "likely" : "unsure";
      proposed.push({ field: "email", columns: [only.column.index], confidence });
    }
  }
  if (!taken.has("phone")) {
    const found = open.filter(
      (each) => NAMELESS.test(keyOf(each)) && each.facts.share(isWrittenPhone) >= MOST,
    );
    const [only] = found;
    if (only !== undefined && found.length === 1) {
      proposed.push({ field: "phone", columns: [only.column.index], confidence: "unsure" });
    }
  }
  return proposed;
}

/** With a plus, brackets or groups: bare digits may be anything. */
function isWrittenPhone(value: string): boolean {
  return isPhone(value) && /^(?:\+|00|\(\d)|^\d{2,4}[ .-]\d{2,4}[ .-]\d{2}/.test(value);
}

function keyOf({ column }: ReadColumn): string {
  return headerWords(column.header).join("");
}
