import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { freeDelimiter } from "../../../../main/pipeline/batches/delimiter.ts";
import { measureRow } from "../../../../main/pipeline/batches/measure.ts";
import {
  CheckedChunk,
  type ChunkRecipe,
  type PackedChunk,
  packerOf,
} from "../../../../main/pipeline/staging/thread/checked-chunk.ts";
import type { CheckedRow } from "../../../../main/pipeline/staging/thread/checked-rows.ts";
import { createChecker } from "../../../../main/pipeline/validation/check.ts";
import { hashSeeds } from "../../../../main/pipeline/validation/text-hash.ts";
import { createValueHashes } from "../../../../main/records/customers/value-hashes.ts";
import { CHUNK_ROWS } from "../../../../main/records/drafts/chunks.ts";
import { openPayload } from "../../../../main/records/imports/batches/payload.ts";
import { createVault } from "../../../../main/records/vault/vault.ts";
import type { RepeatedRows } from "../../../../preload/types.ts";

const FIELDS = ["code", "email", "phone", "last_name", "card_number"] as const;
const COLUMNS = FIELDS.map((header, index) => ({ index, header, samples: [] }));
const vault = createVault(new Uint8Array(32).fill(3));

function recipeOf(repeated: RepeatedRows): ChunkRecipe {
  return {
    headerRow: 1,
    columns: COLUMNS,
    mapping: FIELDS.map((field, index) => ({ field, columns: [index], transforms: [] })),
    options: {
      ...{ connectionId: 1, campaigns: ["1"], duplicates: "update", generateCardNumbers: null },
      ...{ keepUndoState: true, repeatedRows: repeated },
      ...{ repeatedEmail: repeated, repeatedPhone: repeated },
    },
    keys: { seeds: hashSeeds(), customers: randomBytes(16) },
  };
}

function packed(rows: readonly CheckedRow[], recipe: ChunkRecipe): CheckedChunk[] {
  const packer = packerOf(recipe);
  const chunks: PackedChunk[] = [];
  for (const row of rows) chunks.push(...[packer.add(row)].filter((each) => each !== null));
  chunks.push(...[packer.end()].filter((each) => each !== null));
  return chunks.map((each) => new CheckedChunk(structuredClone(each)));
}

const plain = ({ mapped: { row, values }, read, own }: CheckedRow) => ({
  mapped: { row, values },
  read,
  own,
});

/** Few enough that rows share some; some that are damaged, or stand where there is none. */
const value = fc.oneof(
  fc.constantFrom("", "C1", "c1", "0049 170 1234567", "+49 170 1234567", "none@none.com", "#N/A"),
  fc.constantFrom("Zoë|Ana", "a,b\tc", "\ud800", "000 000 000", "Ana@shop.example"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const problem = fc.record({
  row: fc.nat(),
  column: fc.option(fc.string()),
  field: fc.constantFrom("code" as const, "email" as const, null),
  code: fc.constantFrom("digits-lost", "email-shape"),
  severity: fc.constantFrom("error" as const, "warning" as const),
  params: fc.constant({ digits: 3 }),
});
const checked: fc.Arbitrary<CheckedRow> = fc.record({
  mapped: fc.record({
    row: fc.integer({ min: 1, max: 4_000_000_000 }),
    values: fc.array(value, { minLength: FIELDS.length, maxLength: FIELDS.length }),
  }),
  read: fc.oneof(fc.constant([]), fc.array(problem, { maxLength: 2 })),
  own: fc.oneof(fc.constant([]), fc.array(problem, { maxLength: 2 })),
});
const policy = fc.constantFrom<RepeatedRows>("keep-all", "keep-first", "keep-last");

test("checked rows come out of their chunk as they went in, and open as a batch", () => {
  fc.assert(
    fc.property(fc.array(checked, { maxLength: 30 }), (rows) => {
      const recipe = recipeOf("keep-all");
      const chunks = packed(rows, recipe);
      expect(chunks.flatMap((chunk) => chunk.rows().map(plain))).toEqual(rows);
      const hashesOf = createValueHashes(recipe.keys.customers, FIELDS);
      for (const { packed: chunk } of chunks) {
        expect(openPayload(vault, vault.sealPacked(chunk.json))).toEqual({
          fields: FIELDS,
          rows: rows.map(({ mapped }) => mapped),
        });
        const words: number[] = [];
        for (const { mapped } of rows) hashesOf(mapped.values, (...both) => words.push(...both));
        expect([...chunk.valueHashes]).toEqual(words);
        const measures = rows.map(({ mapped }) => measureRow(mapped.values));
        expect(chunk.byteSize).toBe(measures.reduce((sum, { bytes }) => sum + bytes, 0));
        expect([...chunk.delimiters].map(freeDelimiter)).toEqual(
          measures.map(({ delimiters }) => freeDelimiter(delimiters)),
        );
      }
    }),
  );
});

test("rows are compared by what their chunk tells as by their values", () => {
  fc.assert(
    fc.property(fc.array(checked, { maxLength: 60 }), policy, (rows, repeated) => {
      const recipe = recipeOf(repeated);
      const { mapping, options } = recipe;
      const checker = () => createChecker(mapping, options, COLUMNS, { sheet: "List" });
      const byValues = checker();
      const byChunk = checker();
      const chunks = packed(rows, recipe);
      const found = chunks.flatMap((chunk) =>
        chunk
          .rows()
          .map(({ mapped, read, own }, at) =>
            byChunk.check(mapped, at, read, own, undefined, chunk.hashesAt(at)),
          ),
      );
      const expected = rows.map(({ mapped, read, own }, at) =>
        byValues.check(mapped, at, read, own),
      );
      expect(found).toEqual(expected);
    }),
  );
});

test("a chunk holds as many rows as a batch", () => {
  const rows = Array.from(
    { length: CHUNK_ROWS * 2 + 1 },
    (_, at): CheckedRow => ({
      mapped: { row: at + 2, values: FIELDS.map((field) => `${field} ${at}`) },
      read: [],
      own: [],
    }),
  );
  const chunks = packed(rows, recipeOf("keep-all"));
  expect(chunks.map((chunk) => chunk.packed.numbers.length)).toEqual([CHUNK_ROWS, CHUNK_ROWS, 1]);
  expect(chunks.flatMap((chunk) => chunk.rows().map(plain))).toEqual(rows);
});
