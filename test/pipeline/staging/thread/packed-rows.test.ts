import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellMark, SourceRow } from "../../../../main/pipeline/sources/source.ts";
import type { CheckedRow } from "../../../../main/pipeline/staging/thread/checked-rows.ts";
import {
  packChecks,
  unpackChecks,
} from "../../../../main/pipeline/staging/thread/packed-checks.ts";
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

const problem = fc.record({
  row: fc.nat(),
  column: fc.option(fc.string()),
  field: fc.constantFrom("code" as const, "email" as const, null),
  code: fc.string(),
  severity: fc.constantFrom("error" as const, "warning" as const),
  params: fc.constant({ digits: 3 }),
});
const checked: fc.Arbitrary<CheckedRow> = fc.record({
  mapped: fc.record({ row: fc.integer({ min: 1, max: 4_000_000_000 }), values: cells }),
  read: fc.array(problem, { maxLength: 2 }),
  own: fc.array(problem, { maxLength: 2 }),
});

test("checked rows come out of their packing with the problems that each of them has", () => {
  fc.assert(
    fc.property(fc.array(checked, { maxLength: 20 }), (rows) => {
      expect(unpackChecks(structuredClone(packChecks(rows)))).toEqual(rows);
    }),
  );
});
