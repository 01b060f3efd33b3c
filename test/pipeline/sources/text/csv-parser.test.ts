import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvParser } from "../../../../main/pipeline/sources/text/csv-parser.ts";

function parse(text: string, delimiter = ",", sizes: readonly number[] = [text.length || 1]) {
  const parser = new CsvParser({ delimiter, quote: '"' });
  const records: string[][] = [];
  for (let at = 0, piece = 0; at < text.length; piece++) {
    const size = sizes[piece % sizes.length] ?? 1;
    records.push(...parser.push(text.slice(at, at + size)));
    at += size;
  }
  records.push(...parser.end());
  return records;
}

describe("records and fields", () => {
  it.each([
    [
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\n\nb\r\r\nc", [["a"], [], ["b"], [], ["c"]]],
    ['"a ""q"", b",c', [['a "q", b', "c"]]],
    ['"two\r\nlines",x\n', [["two\r\nlines", "x"]]],
    ["a,,\n", [["a", "", ""]]],
    ["a,", [["a", ""]]],
    ['"",""', [["", ""]]],
    ['a"b,c', [['a"b', "c"]]],
    ['"abc"def,g', [["abcdef", "g"]]],
    ['"He said "hi" there",x', [['He said hi" there"', "x"]]],
    ['"a" , "b, c" ,d', [["a", "b, c", "d"]]],
    [' "open,b', [[' "open', "b"]]],
    [" a , b ", [[" a ", " b "]]],
    ['5" pipe,6"', [['5" pipe', '6"']]],
    [
      '"never closed,b\nc,d',
      [
        ['"never closed', "b"],
        ["c", "d"],
      ],
    ],
    [
      '"Tall ,1\n"Wide,2\nx,3',
      [
        ['"Tall ', "1"],
        ['"Wide', "2"],
        ["x", "3"],
      ],
    ],
    ["", []],
    ["\n", [[]]],
  ])("%j", (text, records) => {
    expect(parse(text)).toEqual(records);
    expect(parse(text, ",", [1])).toEqual(records);
  });

  it("gives back what a writer quoted, over any pieces", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "é", "日", "😀", '"', ",", ";", "\t", "|", "\r", "\n", " ", "'"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
        (records, delimiter, lineEnd, quoteAll, sizes) => {
          const written = records
            .map((fields) =>
              fields
                .map((one) =>
                  quoteAll || /[",;\t|\r\n' ]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one,
                )
                .join(delimiter),
            )
            .join(lineEnd);
          expect(parse(written, delimiter, sizes)).toEqual(records);
        },
      ),
    );
  });

  it("loses no letter of text that follows no rules at all", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\n", "\r", " "),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (raw, sizes) => {
          const found = parse(raw, ",", sizes).flat().join("").replace(/[^a]/g, "");
          expect(found).toBe(raw.replace(/[^a]/g, ""));
        },
      ),
    );
  });

  it("takes a quote that is never closed for a letter in long files too", () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `row ${at},value`).join("\n");
    const records = parse(`"open,a\n${lines}`, ",", [4096]);
    expect(records.length).toBe(40_001);
    expect(records[0]).toEqual(['"open', "a"]);
  });
});
