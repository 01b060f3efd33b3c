import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoCellText, isoDate, serialText } from "../../../../main/pipeline/sources/cells/dates.ts";

const DATE = { date: true, time: false, elapsed: false };
const BOTH = { date: true, time: true, elapsed: false };
const TIME = { date: false, time: true, elapsed: false };

describe("serial numbers of dates", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-02-29"],
    [61, "1900-03-01"],
    [366, "1900-12-31"],
    [36585, "2000-02-29"],
    [2958465, "9999-12-31"],
    [-1, "1899-12-29"],
  ])("%d is %s in the 1900 system", (serial, text) => {
    expect(serialText(serial, DATE, false)).toBe(text);
  });

  it.each([
    [0, "1904-01-01"],
    [1, "1904-01-02"],
    [27896, "1980-05-17"],
    [-1, "1903-12-31"],
  ])("%d is %s in the 1904 system", (serial, text) => {
    expect(serialText(serial, DATE, true)).toBe(text);
  });

  it("reads midnight as the date alone and any other time with it", () => {
    expect(serialText(43832, BOTH, false)).toBe("2020-01-02");
    expect(serialText(43832.75, BOTH, false)).toBe("2020-01-02T18:00:00");
    expect(serialText(43832.75, DATE, false)).toBe("2020-01-02");
  });

  it("rounds to the second, over midnight too", () => {
    expect(serialText(43832.9999999, BOTH, false)).toBe("2020-01-03");
    expect(serialText(36525.9999884259, BOTH, false)).toBe("1999-12-31T23:59:59");
    expect(serialText(0.9999999, TIME, false)).toBe("00:00:00");
  });

  it("reads no date out of what is beyond the calendar", () => {
    expect(serialText(2958466, DATE, false)).toBeNull();
    expect(serialText(1e15, DATE, false)).toBeNull();
    expect(serialText(0, DATE, false)).toBeNull();
  });

  it("reads a time of day from a date-time cell that holds a time only", () => {
    expect(serialText(0.5, BOTH, false)).toBe("12:00:00");
  });

  it("counts days as the Gregorian calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
        expect(isoDate(days)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it("gives every second of a day back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        fc.integer({ min: 1, max: 86_399 }),
        (day, seconds) => {
          const text = serialText(day + seconds / 86_400, BOTH, false) ?? "";
          const [hours = 0, minutes = 0, rest = 0] = text.slice(11).split(":").map(Number);
          expect(hours * 3600 + minutes * 60 + rest).toBe(seconds);
        },
      ),
    );
  });
});

describe("dates held as ISO text", () => {
  it.each([
    ["2020-01-02", "2020-01-02"],
    ["2020-01-02T00:00:00.000", "2020-01-02"],
    ["2020-01-02T03:04:05.500Z", "2020-01-02T03:04:06"],
    ["1985-03-04T23:44:51.9", "1985-03-04T23:44:52"],
    ["23:59:59.9", "23:59:59"],
    ["12:59:59.6", "13:00:00"],
    ["12:00:00.4", "12:00:00"],
    ["T09:30", "09:30:00"],
    ["someday", "someday"],
  ])("%s reads %s", (raw, text) => {
    expect(isoCellText(raw)).toBe(text);
  });
});
