import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText, eachCell, eachRow } from "../../../main/records/imports/batches/packed-rows.ts";

const text = fc.oneof(
  fc.string({ maxLength: 8, unit: "binary" }),
  fc.constantFrom(
    "",
    '"',
    "\\",
    '\\"',
    "]],[",
    '"]],[1,["',
    "]]",
    ",",
    "[",
    "x,",
    '["',
    "\\\\",
    "{",
    "}",
    "\n",
    "é",
    "😀",
    "\ud83d",
  ),
);
const rows = fc.array(fc.tuple(fc.nat(), fc.option(text), fc.array(text, { maxLength: 4 })), {
  maxLength: 6,
});

/** As blocks are stored, with a hash in each row where it is an older one. */
function stored(kept: readonly (readonly [number, string | null, readonly string[]])[]) {
  return {
    fields: ["code", "first_name"],
    rows: kept.map(([row, hash, values]) => (hash === null ? [row, values] : [row, hash, values])),
  };
}

test("rows and the values of a column are those that the whole text holds", () => {
  fc.assert(
    fc.property(rows, fc.nat({ max: 4 }), (kept, place) => {
      const block = stored(kept);
      const json = Buffer.from(JSON.stringify(block));
      const whole: unknown[] = [];
      eachRow(json.toString("latin1"), (at, from, to) => {
        whole[at] = JSON.parse(json.toString("utf8", from, to));
      });
      // What UTF-8 cannot hold comes back as it does from any sealed text.
      const expected = JSON.parse(json.toString("utf8")) as { rows: (readonly unknown[])[] };
      expect(whole).toEqual(expected.rows);
      const values: (readonly [number, string])[] = [];
      eachCell(json.toString("latin1"), place, (at, from, to) => {
        values.push([at, cellText(json, from, to)]);
      });
      expect(values).toEqual(
        expected.rows.map((row, at) => [at, (row.at(-1) as readonly string[])[place] ?? ""]),
      );
    }),
  );
});
