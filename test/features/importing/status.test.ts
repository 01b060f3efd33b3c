import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countOf,
  countStatus,
  matches,
  pageOf,
  willBeSent,
} from "../../../main/records/drafts/status.ts";
import type { RowFilter } from "../../../preload/types.ts";

const FILTERS: readonly RowFilter[] = ["all", "valid", "warnings", "errors", "leftOut", "sent"];
const statuses = fc.uint8Array({ max: 31, maxLength: 300 });

test("every row is in exactly one tile, and the number to send is that of what is sent", () => {
  fc.assert(
    fc.property(statuses, (bytes) => {
      const counts = countStatus(bytes);
      const rows = [...bytes];
      for (const filter of FILTERS) {
        expect(countOf(counts, filter)).toBe(rows.filter((each) => matches(each, filter)).length);
      }
      expect(counts.toSend).toBe(rows.filter(willBeSent).length);
      const inTiles = Object.values(counts.tiles).reduce((sum, count) => sum + count, 0);
      expect(inTiles).toBe(counts.total);
      expect(counts.tiles.valid + counts.tiles.warnings).toBe(counts.toSend);
    }),
  );
});

test("pages put together are the matching rows in list order, each once", () => {
  fc.assert(
    fc.property(
      statuses,
      fc.constantFrom(...FILTERS),
      fc.integer({ min: 1, max: 40 }),
      (bytes, filter, limit) => {
        const expected = [...bytes.keys()].filter((at) => matches(bytes[at] ?? 0, filter));
        const found: number[] = [];
        for (let offset = 0; offset <= expected.length; offset += limit) {
          found.push(...pageOf(bytes, filter, offset, limit));
        }
        expect(found).toEqual(expected);
      },
    ),
  );
});
