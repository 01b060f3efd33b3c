import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countOf,
  countStatus,
  isSent,
  matches,
  pageOf,
} from "../../../main/records/drafts/status.ts";
import type { RowFilter } from "../../../preload/types.ts";

const FILTERS: readonly RowFilter[] = ["all", "valid", "warnings", "errors", "excluded"];
const statuses = fc.uint8Array({ max: 15, maxLength: 300 });

test("counts are those of the rows that match", () => {
  fc.assert(
    fc.property(statuses, (bytes) => {
      const counts = countStatus(bytes);
      const rows = [...bytes];
      for (const filter of FILTERS) {
        expect(countOf(counts, filter)).toBe(rows.filter((each) => matches(each, filter)).length);
      }
      expect(counts.toSend).toBe(rows.filter(isSent).length);
      expect(counts.valid + counts.invalid).toBe(counts.total);
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
