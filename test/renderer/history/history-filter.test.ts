import { afterEach, expect, test, vi } from "vitest";
import {
  dayOf,
  dayStart,
  isFiltered,
  NO_FILTER,
  toQuery,
} from "../../../renderer/history/history-filter.ts";

afterEach(() => void vi.useRealTimers());

test("blanks alone search for nothing", () => {
  const blank = { ...NO_FILTER, search: "  " };
  expect(isFiltered(blank)).toBe(false);
  expect(toQuery(blank)).toEqual({});
  expect(toQuery({ ...NO_FILTER, search: " march " })).toEqual({ search: "march" });
  expect(isFiltered({ ...NO_FILTER, connectionId: 0 })).toBe(true);
});

test("the last week is today and the six days before, from midnight on, all day long", () => {
  const week = { ...NO_FILTER, period: { kind: "last", name: "week" } } as const;
  const asked = ["2026-11-29T00:00:01", "2026-11-29T23:59:59"].map((now) => {
    vi.useFakeTimers({ now: new Date(now) });
    return toQuery(week);
  });
  expect(asked[0]).toEqual({ from: new Date("2026-11-23T00:00:00").getTime() });
  expect(asked[1]).toEqual(asked[0]);
});

test("a period may be open at either end", () => {
  const between = (from: number | null, until: number | null) =>
    toQuery({ ...NO_FILTER, period: { kind: "between", from, until } });
  expect(between(1, null)).toEqual({ from: 1 });
  expect(between(null, 2)).toEqual({ until: 2 });
  expect(between(null, null)).toEqual({});
});

test("a day that is chosen comes back as it was, and its end is the next midnight", () => {
  const start = dayStart("2026-02-28") ?? 0;
  expect(dayOf(start)).toBe("2026-02-28");
  expect(dayOf(dayStart("2026-02-28", 1) ?? 0)).toBe("2026-03-01");
  expect(dayStart("")).toBeNull();
});
