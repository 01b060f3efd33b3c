import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceRow } from "../../../../main/pipeline/sources/source.ts";
import { SheetScanner } from "../../../../main/pipeline/sources/xlsx/sheet-scanner.ts";

function scan(xml: string, sizes: readonly number[]): SourceRow[] {
  const scanner = new SheetScanner({
    string: String,
    styles: { formats: [], struck: null, texts: null },
    date1904: false,
  });
  const bytes = Buffer.from(xml);
  const rows: SourceRow[] = [];
  for (let at = 0, piece = 0; at < bytes.length; piece++) {
    const size = sizes[piece % sizes.length] ?? 1;
    scanner.push(bytes.subarray(at, at + size));
    rows.push(...scanner.take());
    at += size;
  }
  scanner.end();
  return rows;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("\r", "&#13;")
    .replaceAll("_x", "_x005F_x");
}

describe("the sheet scanner", () => {
  it("reads any texts from any pieces: no letter breaks between two of them", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
      .filter((one) => !/[\p{Cc}\ufffe\uffff]/u.test(one));
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        (rows, sizes) => {
          const xml = rows
            .map(
              (cells) =>
                `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join("")}</row>`,
            )
            .join("\n");
          const found = scan(
            `<?xml version="1.0"?><!-- > --><worksheet a=">"><sheetData>${xml}</sheetData></worksheet>`,
            sizes,
          );
          expect(found.map((row) => row.cells)).toEqual(rows);
        },
      ),
    );
  });

  it("counts hidden rows with values and hidden columns", () => {
    const scanner = new SheetScanner({
      string: String,
      styles: { formats: [], struck: null, texts: null },
      date1904: false,
    });
    scanner.push(
      Buffer.from(
        '<worksheet><cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5"/></cols><sheetData><row hidden="1"><c><v>1</v></c></row><row hidden="true"/><row r="3" hidden="0"><c><v>1</v></c></row></sheetData></worksheet>',
      ),
    );
    expect([scanner.counted.hiddenRows, scanner.hiddenColumns, scanner.done]).toEqual([1, 2, true]);
  });
});
