import fc from "fast-check";
import { expect, it } from "vitest";
import { periodOf, scaleOf } from "../../renderer/history/chart/chart-data.ts";
import { dayOf, dayStart } from "../../renderer/history/history-filter.ts";

it("a chart's scale reaches over the highest bar, in a few whole and even steps", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (highest) => {
      const { top, lines } = scaleOf(highest);
      expect(top).toBeGreaterThanOrEqual(Math.max(1, highest));
      expect(lines.at(0)).toBe(0);
      expect(lines.at(-1)).toBe(top);
      expect(lines.length).toBeLessThanOrEqual(6);
      expect(lines.every(Number.isInteger)).toBe(true);
      expect(new Set(lines.slice(1).map((line, at) => line - (lines[at] ?? 0))).size).toBe(1);
    }),
  );
});

it("a bar's time is whole local days, however long they are", () => {
  const days = (start: string, unit: "day" | "week" | "month") => {
    const [from, until] = periodOf(start, unit);
    return [dayOf(from), dayOf(until)];
  };
  expect(days("2026-03-29", "day")).toEqual(["2026-03-29", "2026-03-30"]);
  expect(days("2026-03-23", "week")).toEqual(["2026-03-23", "2026-03-30"]);
  expect(days("2026-02-01", "month")).toEqual(["2026-02-01", "2026-03-01"]);
});

it("a date input's day begins at local midnight, and no day is none", () => {
  const from = dayStart("2026-03-18");
  const until = dayStart("2026-03-18", 1);
  expect(from === null ? null : dayOf(from)).toBe("2026-03-18");
  expect(until === null ? null : dayOf(until - 1)).toBe("2026-03-18");
  expect(dayStart("")).toBeNull();
});
