import { headerWords } from "../headers/header-words.ts";
import { lookUpHeader } from "../headers/lookup.ts";
import type { ReadColumn } from "./candidate.ts";
import { isPhoneMeaning } from "./phone.ts";
import type { Proposed } from "./single-fields.ts";

/** Numbers that forms of Japan take in parts: 電話番号1, 2 and 3; 郵便番号1 and 2. */
const KINDS = [
  {
    field: "phone",
    isMeant: isPhoneMeaning,
    parts: [/^\d{2,5}$/, /^\d{1,4}$/, /^\d{3,4}$/],
  },
  {
    field: "postal_code",
    isMeant: ({ meaning }: { readonly meaning: string }) => meaning === "postal_code",
    parts: [/^\d{3}$/, /^\d{4}$/],
  },
] as const;
const MOST = 0.9;

/**
 * Phones and postal codes whose parts have a column each, one behind the other and numbered from 1;
 * the first part alone would be a wrong number.
 */
export function proposeCutNumbers(columns: readonly ReadColumn[]): readonly Proposed[] {
  return KINDS.flatMap(({ field, isMeant, parts }): Proposed[] => {
    const at = columns.findIndex((_, start) =>
      parts.every((part, index) => {
        const each = columns[start + index];
        return each !== undefined && isNumbered(each, index + 1, isMeant) && fits(each, part);
      }),
    );
    if (at < 0) return [];
    const own = columns.slice(at, at + parts.length).map(({ column }) => column.index);
    return [{ field, columns: own, confidence: "likely", joinedBy: "-" }];
  });
}

function isNumbered(
  { column }: ReadColumn,
  number: number,
  isMeant: (entry: { readonly meaning: string }) => boolean,
): boolean {
  const words = headerWords(column.header);
  if (words.at(-1) !== String(number)) return false;
  const entry = lookUpHeader(words.slice(0, -1).join(" "));
  return entry !== null && entry.owner === "main" && isMeant(entry);
}

function fits({ facts }: ReadColumn, part: RegExp): boolean {
  return facts.values.length > 0 && facts.share((value) => part.test(value)) >= MOST;
}
