import fc from "fast-check";
import { expect, it } from "vitest";
import { CoveredCells } from "../../../../main/pipeline/sources/cells/covered-cells.ts";
import { FilledCells } from "../../../../main/pipeline/sources/cells/filled-cells.ts";

const range = fc
  .record({
    row: fc.nat(40),
    rows: fc.nat(4),
    column: fc.nat(36),
    columns: fc.nat(4),
  })
  .map(({ row, rows, column, columns }) => ({
    firstRow: row,
    lastRow: row + rows,
    firstColumn: column,
    lastColumn: column + columns,
  }));
const cell = fc.record({ row: fc.nat(44), column: fc.nat(40) });

it("finds every value that a merged cell covers, and none that it does not up to column AE", () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 4 }),
      fc.array(cell, { maxLength: 12 }),
      (ranges, cells) => {
        const filled = new FilledCells();
        const covered = new CoveredCells(ranges);
        const hit = cells
          .toSorted((a, b) => a.row - b.row)
          .map(({ row, column }) => {
            filled.add(row, column);
            return covered.has(row, column);
          })
          .includes(true);
        const found = filled.under(ranges);
        const isWide =
          cells.some(({ column }) => column >= 31) &&
          ranges.some(({ lastColumn }) => lastColumn >= 31);
        if (hit || !isWide) expect(found).toBe(hit);
      },
    ),
  );
});

it("looks through no more rows than a sheet may have a few times over", () => {
  const filled = new FilledCells();
  filled.add(1_000_000, 0);
  const whole = { firstRow: 0, lastRow: 1_048_575, firstColumn: 1, lastColumn: 1 };
  expect(filled.under([whole])).toBe(false);
  expect(filled.under(Array.from({ length: 100 }, () => whole))).toBe(true);
});
