import fc from "fast-check";
import { expect, test } from "vitest";
import {
  firstRows,
  orderRows,
  ranksOf,
} from "../../../../../../main/features/importing/review/view/scan/order-rows.ts";
import { createSortKeys } from "../../../../../../main/features/importing/review/view/scan/sort-keys.ts";
import {
  asStored,
  createValues,
  type ValueColumn,
} from "../../../../../../main/features/importing/review/view/scan/value-column.ts";
import { LANGUAGES } from "../../../../../../preload/languages.ts";

function columnOf(rows: readonly string[]): ValueColumn {
  const values = createValues(rows.length);
  const ids = Uint32Array.from(rows, (row) => {
    const bytes = asStored(row);
    return values.add(bytes, 0, bytes.length);
  });
  return { ids, values };
}

function orderOf(rows: readonly string[], descending = false, language = "en"): readonly number[] {
  const { ids, values } = columnOf(rows);
  return [...orderRows(ids, ranksOf(createSortKeys(values, language)), descending)];
}

const ordered = (rows: readonly string[], descending = false) =>
  orderOf(rows, descending).map((index) => rows[index]);

test("numbers are ordered as numbers, with either decimal sign and with signs", () => {
  expect(ordered(["10", "9", "-5", "1.5", "1,25", "-10", "+3"])).toEqual([
    ...["-10", "-5", "1,25", "1.5", "+3", "9", "10"],
  ]);
});

test("days are ordered by day, however they are written", () => {
  expect(ordered(["03.02.1980", "1979-12-31", "1.1.2001", "1980-02-04"])).toEqual([
    ...["1979-12-31", "03.02.1980", "1980-02-04", "1.1.2001"],
  ]);
});

test("texts are ordered by the language, their numbers by size, rows of equal values as they stand", () => {
  const texts = ["Haus 10", "haus 9", "Ápfel", "Zebra", "apfel", "Haus 010", "émile"];
  expect(ordered(texts)).toEqual([
    ...["apfel", "Ápfel", "émile", "haus 9", "Haus 10", "Haus 010", "Zebra"],
  ]);
  expect(orderOf(["b", "a", "b", "a"], true)).toEqual([0, 2, 1, 3]);
});

/** The order as it is meant: kinds, then numbers or the collator's word, then the rows' places. */
function plainOrder(rows: readonly string[], descending: boolean, language: string) {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const way = descending ? -1 : 1;
  const keys = rows.map((row) => {
    const text = row.trim();
    const { y, m, d } =
      /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)/.exec(text)?.groups ??
      /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/.exec(text)?.groups ??
      {};
    const isDay = Number(m) <= 12 && Number(d) <= 31;
    const isNumber = /^[+-]?\d{1,30}(?:[.,]\d{1,30})?$/.test(text);
    const number = isNumber ? Number(text.replace(",", ".")) : 0;
    const days = isDay ? Number(y) * 10_000 + Number(m) * 100 + Number(d) : 0;
    const kind = text === "" ? 3 : isNumber ? 1 : isDay ? 0 : 2;
    return { kind, number: isNumber ? number : days, text: text.slice(0, 120) };
  });
  return [...rows.keys()].sort((a, b) => {
    const [one, other] = [keys[a], keys[b]];
    if (one === undefined || other === undefined) throw new Error("There is no such row.");
    if (one.kind === 3 || other.kind === 3) return one.kind - other.kind || a - b;
    const apart = one.kind - other.kind || one.number - other.number;
    return way * (apart || compare(one.text, other.text)) || a - b;
  });
}

const letters = fc.constantFrom(
  ..."aAbBeEnNoOsSzZlLdD019 -_.,'/@&ñÑöÖßæœøłŁđéÉčżÀ",
  ...["ж", "日", "😀", "e\u0301", "ch", "ll", "ij", "dž", "ss", "aa", "\u00a0", "\n", "\\", '"'],
);
const value = fc.oneof(
  fc.constantFrom("", " ", "12", "012", "12.5", "-3", "-0", "1980-02-03", "3.2.1980", "1980-13-01"),
  fc.array(letters, { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ maxLength: 8, unit: "grapheme" }),
  fc.string({ maxLength: 6, unit: "grapheme-ascii" }),
  fc.string({ maxLength: 3, unit: "binary" }),
  fc.stringMatching(/^[a-c]{0,2}\d{1,3}$/),
  fc.stringMatching(/^[+-]?\d{1,18}([.,]\d{1,18})?$/),
  fc.stringMatching(/^[ab]{118,124}$/),
);
const howOrdered = [fc.array(value, { maxLength: 60 }), fc.boolean()] as const;

/** Letters have other places in some of them. */
const languages = new Set<string>([...LANGUAGES, "de", "fr", "it", "nl", "pl", "pt-BR"]);

test.each([...languages])(
  "any rows are ordered as a collator orders them one by one: %s",
  (language) => {
    fc.assert(
      fc.property(...howOrdered, (rows, descending) => {
        expect(orderOf(rows, descending, language)).toEqual(plainOrder(rows, descending, language));
      }),
    );
  },
);

test("the first rows of those that are meant are those that the whole order begins with", () => {
  fc.assert(
    fc.property(...howOrdered, fc.infiniteStream(fc.boolean()), (rows, descending, meantRows) => {
      const column = columnOf(rows);
      const keys = createSortKeys(column.values, "en");
      const meant = Uint8Array.from(rows, () => Number(meantRows.next().value));
      const whole = [...orderRows(column.ids, ranksOf(keys), descending)];
      const expected = whole.filter((row) => meant[row] === 1).slice(0, 7);
      expect([...firstRows(column, keys, { meant, head: 7, descending })]).toEqual(expected);
    }),
  );
});
