import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellMark, SourceRow } from "../../../../main/pipeline/sources/source.ts";
import { packRows, unpackRows } from "../../../../main/pipeline/staging/thread/packed-rows.ts";

const cells = fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 8 });
const marks = fc.option(
  fc.map(fc.nat({ max: 16_383 }), fc.constantFrom<CellMark>("date", "digits-lost", "error"), {
    minKeys: 1,
    maxKeys: 3,
  }),
  { nil: undefined },
);
const row = fc
  .record({ number: fc.integer({ min: 1, max: 4_000_000_000 }), cells, marks })
  .map(({ number, cells, marks }): SourceRow => {
    return marks === undefined ? { number, cells } : { number, cells, marks };
  });

test("rows come out of their packing as they went in, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      expect(unpackRows(packRows(rows))).toEqual(rows);
      expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows);
    }),
  );
});
