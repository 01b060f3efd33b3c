import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fromTableText,
  toTableHtml,
  toTableText,
} from "../../../renderer/components/grid/rows/table-text.ts";

test("cells come back from the text that they were copied as", () => {
  const value = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom("", '"', '""', "a\tb", "a\nb", "a\r\nb", 'say "hi"', "'"),
  );
  const width = fc.integer({ min: 1, max: 4 });
  const cells = width.chain((columns) =>
    fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 4,
    }),
  );
  fc.assert(
    fc.property(cells, (copied) => {
      // An empty last row is a line end to every program.
      fc.pre(copied.at(-1)?.join("") !== "" || copied.at(-1)?.length !== 1);
      expect(fromTableText(toTableText(copied))).toEqual(copied);
      expect(fromTableText(`${toTableText(copied)}\r\n`)).toEqual(copied);
    }),
  );
});

test("a quote that stands alone in a cell is a part of its value", () => {
  expect(fromTableText('"Anna" Berg\t5"\n"x')).toEqual([['"Anna" Berg', '5"'], ['"x']]);
});

test("cells are copied as a table too, and no value is taken for a mark of it", () => {
  expect(toTableHtml([["a<b", "c\nd"]])).toBe(
    "<table><tr><td>a&lt;b</td><td>c<br>d</td></tr></table>",
  );
});
