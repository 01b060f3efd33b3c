import fc from "fast-check";
import { expect, test } from "vitest";
import { normalKey } from "../../../main/records/customers/keys.ts";
import { rowsIn, valuePattern } from "../../../main/records/imports/arrivals/rows-with-values.ts";
import { storedJson } from "../../../main/records/imports/batches/payload.ts";
import { patternFault } from "../../helpers/pattern-fault.ts";

/** Letters with two cases and with one, what JSON writes in other ways, what patterns mean otherwise. */
const LETTERS = [...'aAkK\u212aéÉßſİ12 \t\n"\\[],.*+?(|)^$-\u0000\u{1f600}', "\ud83d", "\ude00"];
const value = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 5 });
const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 });

function textOf(values: readonly (readonly string[])[]): string {
  const stored = values.map((each, at) => [at + 2, each] as const);
  return Buffer.from(storedJson({ fields: ["code", "email"], rows: stored })).toString("latin1");
}

test("no row that holds one of the values is missed, whatever letters they are of", () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), (values, one, other) => {
      const all = values.flat();
      const wanted = normalKey(all[one % all.length] ?? "");
      const exact = (all[other % all.length] ?? "").trim();
      const { fields, rows, identities } = rowsIn(textOf(values), valuePattern(wanted, [exact]));
      expect(fields).toEqual(["code", "email"]);
      const isSought = (cell: string) =>
        normalKey(cell) === wanted || (exact !== "" && cell.trim() === exact);
      const holding = values.flatMap((each, at) =>
        wanted !== "" && each.some((cell) => isSought(cell)) ? [at + 2] : [],
      );
      expect(rows.map(({ row }) => row)).toEqual(expect.arrayContaining(holding));
      for (const [at, { row, values: cells }] of rows.entries()) {
        expect(cells).toEqual(values[row - 2]);
        expect(identities[at]?.code).toBe(cells[0]?.trim());
      }
    }),
    { numRuns: 2_000 },
  );
});

test("letters beyond ASCII that are lower-cased to ASCII's are found", () => {
  const found = Array.from({ length: 0x10ffff }, (_, at) => at + 0x80)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(Math.min(code, 0x10ffff)))
    .filter((letter) => /^[\0-\x7f]+$/.test(letter.toLowerCase()));
  expect(new Set(found)).toEqual(new Set(["\u212a"]));
  const { rows } = rowsIn(
    textOf([
      ["4711", ""],
      ["\u212a1", ""],
    ]),
    valuePattern("k1"),
  );
  expect(rows.map(({ values }) => values[0])).toEqual(["\u212a1"]);
});

test("other rows are not read", () => {
  const values = Array.from({ length: 500 }, (_, at) => [`C${at}-`, `c${at}@example.com`]);
  const { rows } = rowsIn(textOf(values), valuePattern("c77-"));
  expect(rows).toEqual([{ row: 79, values: ["C77-", "c77@example.com"] }]);
});

test.each(["kk", "a@example.com", 'a"+(b|\\c)*', "kkkkkkkkkkkkkkkk"])(
  "rows are looked through in time that grows with their length and no faster: %s",
  { timeout: 120_000 },
  async (key) => {
    const { source, flags } = valuePattern(key, ["K-1", "k+k+k+"]) ?? { source: "", flags: "" };
    expect(source).not.toBe("");
    expect(await patternFault(source, flags)).toBeNull();
  },
);
