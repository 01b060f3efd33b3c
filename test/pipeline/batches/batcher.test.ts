import fc from "fast-check";
import { expect, test } from "vitest";
import type { Batch } from "../../../main/common/batch.ts";
import { createBatcher } from "../../../main/pipeline/batches/batcher.ts";
import { delimiterCharacter } from "../../../main/pipeline/batches/delimiter.ts";
import { measureRow } from "../../../main/pipeline/batches/measure.ts";
import type { FieldName } from "../../../preload/fields.ts";
import { fieldList, rowOf } from "./arbitraries.ts";

const list = fieldList.chain((fields) =>
  fc.record({
    fields: fc.constant(fields),
    rows: fc.array(rowOf(fields), { maxLength: 40 }),
    limits: fc.record({
      rows: fc.integer({ min: 1, max: 12 }),
      bytes: fc.integer({ min: 20, max: 600 }),
    }),
  }),
);

function split(
  fields: readonly FieldName[],
  rows: readonly (readonly string[])[],
  limits = { rows: 500, bytes: 1024 * 1024 },
  generateCardNumbers: number | null = null,
): readonly Batch[] {
  const batcher = createBatcher({ fields, limits, generateCardNumbers });
  const batches = rows.map((values, index) => batcher.add({ row: index + 2, values }));
  return [...batches, batcher.end()].filter((batch) => batch !== null);
}

test("splitting keeps every row once, in order and unchanged", () => {
  fc.assert(
    fc.property(list, ({ fields, rows, limits }) => {
      const sent = split(fields, rows, limits).flatMap((batch) => batch.rows);
      expect(sent.map(({ values }) => values)).toEqual(rows);
      expect(sent.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 2));
    }),
  );
});

test("no batch holds more rows or bytes than allowed, but a single long row", () => {
  fc.assert(
    fc.property(list, ({ fields, rows, limits }) => {
      for (const batch of split(fields, rows, limits)) {
        expect(batch.rows.length).toBeLessThanOrEqual(limits.rows);
        if (batch.rows.length > 1) expect(batch.byteSize).toBeLessThanOrEqual(limits.bytes);
      }
    }),
  );
});

test("no value of a batch holds the batch's delimiter", () => {
  fc.assert(
    fc.property(list, ({ fields, rows, limits }) => {
      for (const { delimiter, rows: sent } of split(fields, rows, limits)) {
        const character = delimiterCharacter(delimiter);
        expect(sent.some(({ values }) => values.some((text) => text.includes(character)))).toBe(
          false,
        );
      }
    }),
  );
});

test("the pipe is preferred, then the comma, then the tab", () => {
  const delimiters = (rows: string[][]) =>
    split(["code", "city"], rows).map(({ delimiter }) => delimiter);
  expect(delimiters([["1", "Reno"]])).toEqual(["pipe"]);
  expect(delimiters([["1", "a|b"]])).toEqual(["comma"]);
  expect(delimiters([["1", "a|b,c"]])).toEqual(["tab"]);
});

test("a batch ends where the next row would leave no delimiter", () => {
  const batches = split(
    ["code", "city"],
    [
      ["1", "a|b"],
      ["2", "a,b"],
      ["3", "a\tb"],
      ["4", "x"],
    ],
  );
  expect(batches.map(({ rows, delimiter }) => [rows.length, delimiter])).toEqual([
    [2, "tab"],
    [2, "pipe"],
  ]);
});

test("a row that holds all three delimiters is refused, never changed", () => {
  expect(() => split(["code"], [["|,\t"]])).toThrow(RangeError);
});

test("the size counted is the size of the encoded row, for any values", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 50 }), { minLength: 1 }), (row) => {
      const text = `${row.join("|")}\r\n`;
      const encoded = encodeURIComponent(text).replaceAll("%20", "+");
      expect(measureRow(row).bytes).toBe(encoded.length);
    }),
  );
});

test("a batch is idempotent as long as each of its rows has a key and nothing adds up", () => {
  const idempotent = (fields: FieldName[], rows: string[][], generate: number | null = null) =>
    split(fields, rows, { rows: 1, bytes: 1000 }, generate).map((batch) => batch.idempotent);
  expect(
    idempotent(
      ["code", "card_number"],
      [
        ["1", ""],
        ["", "2"],
        ["", " "],
      ],
    ),
  ).toEqual([true, true, false]);
  expect(idempotent(["code"], [["1"]], 10)).toEqual([false]);
  expect(idempotent(["code", "auto_add"], [["1", ""]])).toEqual([false]);
  expect(idempotent(["email"], [["a@example.com"]])).toEqual([false]);
});
