import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it, onTestFinished, vi } from "vitest";
import { COMPILED, compileScan } from "../../../../build/compile-scan.ts";
import { SheetScanner } from "../../../../main/pipeline/sources/xlsx/sheet-scanner.ts";
import { readSharedStrings } from "../../../../main/pipeline/sources/xlsx/strings/shared-strings.ts";
import type { Archive } from "../../../../main/pipeline/sources/zip/archive.ts";

/**
 * The compiled scan reads what stands in double quotes; the same XML in single quotes is read by
 * the scanner alone. Both have to read the same, wherever pieces cut it.
 */
function sheetRows(xml: string, cuts: readonly number[]): unknown {
  return bytesRows(Buffer.from(xml), cuts);
}

function bytesRows(xml: Buffer, cuts: readonly number[]): unknown {
  const scanner = new SheetScanner({
    string: (index) => `shared ${index}`,
    styles: { formats: [null, null, null], struck: new Set([1]), texts: null },
    date1904: false,
  });
  for (const piece of cut(xml, cuts)) scanner.push(piece);
  scanner.end();
  return {
    rows: scanner.take(),
    hidden: scanner.counted.hiddenRows,
    struck: scanner.counted.struck,
    done: scanner.done,
  };
}

async function strings(xml: string, cuts: readonly number[]): Promise<string[]> {
  const pieces = cut(Buffer.from(xml), cuts);
  const archive: Pick<Archive, "pieces"> = {
    async *pieces() {
      yield* pieces;
    },
  };
  const store = await readSharedStrings(archive as Archive, "strings");
  return Array.from({ length: store.count }, (_, index) => store.get(index));
}

function cut(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((place) => place % (bytes.length + 1)))];
  const ends = [...places.sort((a, b) => a - b), bytes.length];
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

const LETTERS = fc.constantFrom(
  ...[
    "a",
    "Z",
    "0",
    "7",
    " ",
    "é",
    "日",
    "😀",
    "_",
    "x",
    "_x0041_",
    "&amp;",
    "&#65;",
    "\n",
    "\r\n",
  ],
  ...["]]>", "'", ">", "long ".repeat(60)],
);
const text = fc.oneof(
  fc.array(LETTERS, { maxLength: 5 }).map((letters) => letters.join("")),
  fc.constantFrom("12 Main Street", "customer@example.com", "+1 555 0100", "Calle Mayor 3, 2º"),
);
const number = fc.constantFrom("0", "7", "-1.5", "1E3", "0.1", "12345678901234567890", "");
const index = fc.constantFrom("0", "12", "999999999", "1234567890", "");
const attribute = fc.constantFrom("", ' s="1"', ' s="99999"', ' cm="1"', ' ph="true"');

const value = fc.oneof(
  { weight: 5, arbitrary: index.map((v) => [' t="s"', `<v>${v}</v>`] as const) },
  { weight: 3, arbitrary: number.map((v) => ["", `<v>${v}</v>`] as const) },
  number.map((v) => [' t="n"', `<v>${v}</v>`] as const),
  text.map((v) => [' t="str"', `<f>A1</f><v>${v}</v>`] as const),
  text.map((v) => [' t="inlineStr"', `<is><t>${v}</t></is>`] as const),
  text.map((v) => [' t="inlineStr"', `<is><t xml:space="preserve">${v}</t></is>`] as const),
  text.map((v) => [' t="inlineStr"', `<is><r><t>${v}</t></r></is>`] as const),
  fc.constant([' t="b"', "<v>1</v>"] as const),
  fc.constant([' t="e"', "<v>#N/A</v>"] as const),
  fc.constant(["", ""] as const),
  fc.constant(["", null] as const),
);
const cell = fc.record({ value, attribute, isNamed: fc.boolean(), gap: fc.nat({ max: 30 }) });
const row = fc.record({
  cells: fc.array(cell, { maxLength: 6 }),
  more: fc.constantFrom("", ' spans="1:12"', ' x14ac:dyDescent="0.25" ht="15"', ' hidden="1"'),
  gap: fc.nat({ max: 3 }),
  isNamed: fc.boolean(),
  behind: fc.constantFrom("", "", "", "\n", "<!-- <c r='A1'/> -->"),
});
const sheet = fc.array(row, { maxLength: 8 }).map((rows) => {
  let number = 0;
  const xml = rows.map((one) => {
    number += one.isNamed ? one.gap + 1 : 1;
    let column = -1;
    const cells = one.cells.map((each) => {
      column += each.isNamed ? each.gap + 1 : 1;
      const name = each.isNamed ? ` r="${letters(column)}${number}"` : "";
      const [type, inside] = each.value;
      const head = `<c${name}${each.attribute}${type}`;
      return inside === null ? `${head}/>` : `${head}>${inside}</c>`;
    });
    const name = one.isNamed ? ` r="${number}"` : "";
    return `<row${name}${one.more}>${cells.join("")}</row>${one.behind}`;
  });
  return `<worksheet><sheetData>${xml.join("")}</sheetData></worksheet>`;
});

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const cuts = fc.array(fc.nat(), { maxLength: 5 });

it("plain cells are read as the scanner alone reads them, wherever the pieces cut", () => {
  fc.assert(
    fc.property(sheet, cuts, (xml, places) => {
      const alone = xml.replaceAll(/<[a-z][^<>]*>/g, (tag) => tag.replaceAll('"', "'"));
      expect(sheetRows(xml, places)).toEqual(sheetRows(alone, []));
    }),
    { numRuns: 500 },
  );
});

it("texts of any letters, also broken ones, are read as the scanner alone reads them", () => {
  const part = fc.constantFrom(
    ...["a", "é", "ÿ", "Ā", "日", "😀", "\u0080", "7"].map((letter) => Buffer.from(letter)),
    ...["c3", "c2", "a9", "c328", "c0af", "c1bf", "e697", "ff", "f09f98"].map((hex) =>
      Buffer.from(hex, "hex"),
    ),
  );
  const texts = fc.array(fc.array(part, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, cuts, (cells, places) => {
      const written = (quote: string) =>
        Buffer.concat([
          Buffer.from("<worksheet><sheetData><row>"),
          ...cells.flatMap((parts, at) => [
            Buffer.from(`<c r=${quote}${letters(at)}1${quote} t=${quote}inlineStr${quote}><is><t>`),
            ...parts,
            Buffer.from("</t></is></c>"),
          ]),
          Buffer.from("</row></sheetData></worksheet>"),
        ]);
      expect(bytesRows(written('"'), places)).toEqual(bytesRows(written("'"), []));
    }),
    { numRuns: 500 },
  );
});

it("more text than the scan has room for at once is read all the same", () => {
  const cell = (column: string, row: number) =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${column.repeat(30_000)}</t></is></c>`;
  const rows = Array.from(
    { length: 20 },
    (_, at) => `<row r="${at + 1}">${cell("A", at + 1)}${cell("B", at + 1)}</row>`,
  );
  const { rows: read } = sheetRows(
    `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`,
    [700_000],
  ) as { readonly rows: readonly { readonly cells: readonly string[] }[] };
  expect(read.map(({ cells }) => cells)).toEqual(
    rows.map(() => ["A".repeat(30_000), "B".repeat(30_000)]),
  );
});

it("plain shared strings are read as the scanner alone reads them, wherever the pieces cut", async () => {
  const item = fc.record({
    text,
    form: fc.constantFrom(
      "<t>#</t>",
      "<t>#</t>",
      "<t>#</t>",
      '<t xml:space="preserve">#</t>',
      "<r><t>#</t></r>",
      "<t/>",
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 12 }), cuts, async (items, places) => {
      const list = items.map((one) => one.form.replace("#", () => one.text.replaceAll("]]>", "]")));
      const plain = `<sst>${list.map((one) => `<si>${one}</si>`).join("")}</sst>`;
      const alone = `<sst>${list.map((one) => `<si >${one}</si>`).join("")}</sst>`;
      expect(await strings(plain, places)).toEqual(await strings(alone, []));
    }),
    { numRuns: 500 },
  );
});

it("what an earlier piece left in memory is not read again behind a shorter one", () => {
  const long = `<row r="1"><c r="A1"><v>111</v></c><c r="B1"><v>222</v></c></row>`;
  const head = "<worksheet><sheetData>";
  const tail = `<row r="2"><c r="A2"><v>3</v></c></row></sheetData></worksheet>`;
  const whole = head + long + tail;
  for (let at = head.length; at < whole.length; at += 1) {
    expect(sheetRows(whole, [at, at + 1]), `cut at ${at}`).toMatchObject({
      rows: [
        { number: 1, cells: ["111", "222"] },
        { number: 2, cells: ["3"] },
      ],
    });
  }
});

it("a text longer than the window is read as far as a cell can hold it", () => {
  const long = "x".repeat(3 * 1024 * 1024);
  const xml = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c></row></sheetData></worksheet>`;
  expect(sheetRows(xml, [200, 1_500_000])).toMatchObject({
    rows: [{ cells: [long.slice(0, 32_767)], marks: new Map([[0, "too-long"]]) }],
  });
});

it("where WebAssembly is not allowed the scanner reads all by itself", () => {
  vi.stubGlobal("WebAssembly", undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  const xml = `<worksheet><sheetData><row r="2"><c r="B2"><v>7</v></c></row></sheetData></worksheet>`;
  expect(sheetRows(xml, [50])).toMatchObject({ rows: [{ number: 2, cells: ["", "7"] }] });
});

it("the scan that the program carries is what its source compiles to", async () => {
  expect(await compileScan()).toBe(readFileSync(COMPILED, "utf8"));
});
