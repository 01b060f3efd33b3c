import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { KeptColumn } from "../../../../../../main/features/importing/review/view/scan/kept-columns.ts";
import { createKeptColumns } from "../../../../../../main/features/importing/review/view/scan/kept-columns.ts";
import { createScan } from "../../../../../../main/features/importing/review/view/scan/scan.ts";
import {
  asStored,
  createValues,
} from "../../../../../../main/features/importing/review/view/scan/value-column.ts";
import { searchLetters } from "../../../../../../main/features/importing/review/view/search-letters.ts";
import type {
  OpenBlocks,
  ScanTask,
} from "../../../../../../main/features/importing/review/view/thread-messages.ts";
import { CHUNK_ROWS } from "../../../../../../main/records/drafts/chunks.ts";
import { createVault } from "../../../../../../main/records/vault/vault.ts";

const vault = createVault(randomBytes(32));

interface List {
  readonly rows: readonly (readonly string[])[];
  readonly corrected: readonly (readonly [index: number, place: number, value: string])[];
}

function blocksOf({ rows, corrected }: List, withRows = true): OpenBlocks {
  const opened: Buffer[] = [];
  for (let from = 0; withRows && from < rows.length; from += CHUNK_ROWS) {
    const block = rows.slice(from, from + CHUNK_ROWS).map((values, at) => [from + at + 2, values]);
    opened.push(Buffer.from(JSON.stringify({ fields: ["code", "city"], rows: block })));
  }
  const own = corrected.map(([row, place, value]) => [row, place, vault.sealJson(value)] as const);
  return { first: 0, opened, corrected: own };
}

/** The rows as a person sees them. */
function shownRows({ rows, corrected }: List): readonly (readonly string[])[] {
  const shown = rows.map((values) => [...values]);
  for (const [row, place, value] of corrected) {
    const values = shown[row];
    if (values !== undefined) values[place] = value;
  }
  return shown;
}

function run(list: List, task: ScanTask, kept?: KeptColumn) {
  const scan = createScan(vault, task, { rows: list.rows.length, kept });
  expect(scan.needsRows).toBe(kept === undefined);
  const found = scan.take(blocksOf(list, kept === undefined));
  const head = scan.head();
  return { found: [...found], head, result: scan.result(), read: scan.read() };
}

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "Bern",
    "bern",
    "Zürich",
    "ZU\u0308RICH",
    "Straße",
    "STRASSE",
    "Ægir",
    "aegir",
  ),
  fc.constantFrom("Ελλάς", "ΕΛΛΆΔΑ", "한국", "日本", "😀", "\ud83d", "ﬁ", "İ", "K", "≠", "ẞ", "ǽ"),
  fc.constantFrom(
    '"',
    "\\",
    '\\"',
    "]],[",
    '"]],[1,["',
    "[",
    ",",
    "\n",
    "\u0001",
    "n",
    "u00",
    "\t",
  ),
  fc.string({ maxLength: 6, unit: "binary" }),
  fc.string({ maxLength: 6, unit: "grapheme" }),
);
const list = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    corrected: fc.uniqueArray(
      fc.tuple(fc.nat({ max: rows.length - 1 }), fc.nat({ max: 1 }), cell),
      {
        maxLength: 4,
        selector: ([row, place]) => `${row}/${place}`,
      },
    ),
  }),
);
/** A part of what a cell holds, in other letters, or anything. */
const sought = (rows: readonly (readonly string[])[]) =>
  fc
    .tuple(fc.nat(), fc.nat({ max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat({ max: 2 }), cell)
    .map(([at, from, length, way, other]) => {
      const cells = rows.flat();
      const text = [...(cells[at % cells.length] ?? "")].slice(from, from + length).join("");
      const written = [text, text.toUpperCase(), text.normalize("NFD")][way] ?? "";
      return written === "" ? other : written;
    })
    .filter((text) => text !== "");

test("a text is found in exactly the rows whose cells hold it, whatever letters there are", () => {
  const cases = list.chain((each) => fc.tuple(fc.constant(each), sought(shownRows(each))));
  fc.assert(
    fc.property(cases, fc.subarray([0, 1]), ([each, text], hidden) => {
      const expected = shownRows(each).flatMap((values, row) => {
        const isHit = values.some(
          (value, place) =>
            !hidden.includes(place) && searchLetters(value).includes(searchLetters(text)),
        );
        return isHit ? [row] : [];
      });
      expect(run(each, { name: "find", text, hidden }).found).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test("a column that is kept answers what one that is read does, with a person's corrections", () => {
  const cases = list.chain((each) =>
    fc.tuple(fc.constant(each), sought(shownRows(each)), fc.nat({ max: 1 })),
  );
  fc.assert(
    fc.property(cases, fc.boolean(), ([each, text, place], descending) => {
      const shown = shownRows(each).map((values) => values[place] ?? "");
      const meant = Uint8Array.from(shown, (_, row) => Number(row % 3 !== 1));
      const wanted = [...new Set([shown[0] ?? "", text, "Bern"])];
      const order = { name: "order", place, descending, language: "es", meant, head: 3 } as const;
      const tasks: readonly ScanTask[] = [
        { name: "pick", place, values: wanted },
        { name: "values", place, meant, text: "", limit: 4, language: "es" },
        { name: "values", place, meant, text, limit: 4, language: "es" },
        order,
        { ...order, descending: !descending },
      ];
      const first = tasks.map((task) => run(each, task));
      expect(first[0]?.result).toEqual(
        Uint8Array.from(shown, (value) => Number(wanted.includes(value))),
      );
      expect(first[1]?.result).toEqual(
        valuesOf(
          shown.filter((_, row) => meant[row] === 1),
          "",
          4,
        ),
      );
      expect(first[2]?.result).toEqual(
        valuesOf(
          shown.filter((_, row) => meant[row] === 1),
          text,
          4,
        ),
      );
      for (const { read } of first) {
        if (read === null) throw new Error("The column was not read.");
        // Once as it was read and once as it is seen, by whichever question came first.
        for (const corrected of [[], each.corrected, []]) {
          const now = { ...each, corrected };
          for (const task of tasks) {
            const { head, result } = run(now, task);
            const again = run(now, task, read);
            expect(again.result).toEqual(result);
            if (task.name !== "order") continue;
            const ordered = [...(result as Int32Array)].filter((row) => meant[row] === 1);
            expect([...(head ?? [])]).toEqual(ordered.slice(0, 3));
            if (again.head !== null) expect(again.head).toEqual(head);
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});

function valuesOf(values: readonly string[], text: string, limit: number) {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const { compare } = new Intl.Collator("es", { numeric: true });
  const all = [...counts]
    .filter(([value]) => searchLetters(value).includes(searchLetters(text)))
    .toSorted(([a, of], [b, other]) => other - of || compare(a, b));
  const most = all.slice(0, limit).map(([value, rows]) => ({ value, rows }));
  return { values: most, more: all.length - most.length };
}

test("rows of many blocks keep their places", () => {
  const rows = Array.from({ length: 2 * CHUNK_ROWS + 3 }, (_, at) => [`C${at}`, `City ${at % 7}`]);
  const many: List = { rows, corrected: [[CHUNK_ROWS, 1, "Bern"]] };
  expect(run(many, { name: "find", text: "c1002", hidden: [] }).found).toEqual([1002]);
  expect(run(many, { name: "find", text: "BERN", hidden: [] }).found).toEqual([CHUNK_ROWS]);
  const picked = run(many, { name: "pick", place: 1, values: ["City 6"] }).result as Uint8Array;
  expect(picked.reduce((sum, byte) => sum + byte, 0)).toBe(143);
});

test("columns that are kept stay within their bytes, the last ones, and not beyond their list", () => {
  const column = (text: string): KeptColumn => {
    const values = createValues(250);
    const bytes = asStored(text);
    values.add(bytes, 0, bytes.length);
    values.pack();
    return { ids: new Uint32Array(250), values, ranks: null };
  };
  const kept = createKeptColumns(2_500);
  const list = { stagingId: 1, mark: "a" };
  kept.keep(list, 0, column("code"));
  kept.keep(list, 1, column("city"));
  expect(kept.get(list, 0)?.values.text(1)).toBe("code");
  kept.keep(list, 2, column("state"));
  expect([0, 1, 2].map((place) => kept.get(list, place) !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
  kept.keep({ stagingId: 2, mark: "a" }, 0, column("x".repeat(3_000)));
  expect(kept.get({ stagingId: 2, mark: "a" }, 0)).toBeUndefined();
  kept.keep(list, 0, column("code"));
  expect(kept.get({ ...list, mark: "b" }, 0)).toBeUndefined();
  expect(kept.get(list, 0)).toBeUndefined();
  kept.keep(list, 0, column("code"));
  kept.forget(1);
  expect(kept.get(list, 0)).toBeUndefined();
});
