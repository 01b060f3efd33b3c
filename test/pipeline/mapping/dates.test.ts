import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthNamed } from "../../../main/pipeline/mapping/dates/months.ts";
import { convertDate, proveDateFormat } from "../../../main/pipeline/mapping/dates.ts";
import type { DateFormat } from "../../../preload/types.ts";

const FORMATS: readonly DateFormat[] = [
  "YYYY-MM-DD",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "YYYY/MM/DD",
  "DD/MM/YY",
  "MM/DD/YY",
  "YYYYMMDD",
  "DDMMYYYY",
  "MMDDYYYY",
];

function read(text: string, format?: DateFormat, year = 2026): string {
  const reading = convertDate(text, format, year);
  if (reading.kind === "date") return reading.iso;
  return reading.kind === "blank" ? "blank" : reading.code;
}

function verdictOf(values: readonly string[]) {
  const proof = proveDateFormat();
  for (const value of values) proof.add(value);
  return proof.verdict();
}

describe("converting dates", () => {
  test.each<[string, DateFormat | undefined, string]>([
    ["1970-07-14", undefined, "1970-07-14"],
    ["1970-7-4", undefined, "1970-07-04"],
    ["1970/07/14", undefined, "1970-07-14"],
    ["1970.07.14", "DD/MM/YYYY", "1970-07-14"],
    ["14/07/1970", "DD/MM/YYYY", "1970-07-14"],
    ["14.7.1970", "DD/MM/YYYY", "1970-07-14"],
    ["14. 7. 1970", "DD/MM/YYYY", "1970-07-14"],
    ["14-07-1970", "DD/MM/YYYY", "1970-07-14"],
    ["14 07 1970", "DD/MM/YYYY", "1970-07-14"],
    ["07/14/1970", "MM/DD/YYYY", "1970-07-14"],
    ["14/07/70", "DD/MM/YY", "1970-07-14"],
    ["14/07/1970", "DD/MM/YY", "1970-07-14"],
    ["7/14/70", "MM/DD/YY", "1970-07-14"],
    ["19700714", "YYYYMMDD", "1970-07-14"],
    ["14071970", "DDMMYYYY", "1970-07-14"],
    ["07141970", "MMDDYYYY", "1970-07-14"],
    ["7141970", "MMDDYYYY", "1970-07-14"],
    ["4071970", "DDMMYYYY", "1970-07-04"],
    ["1970-07-14T23:59:59", undefined, "1970-07-14"],
    ["1970-07-14 00:00:00", undefined, "1970-07-14"],
    ["1970-07-14T23:30:00Z", undefined, "1970-07-14"],
    ["1970-07-14T00:30:00+09:00", undefined, "1970-07-14"],
    ["7/14/1970 12:00 AM", "MM/DD/YYYY", "1970-07-14"],
    ["2000-02-29", undefined, "2000-02-29"],
    ["21 XII 1990", undefined, "1990-12-21"],
    ["3.IV.1979 r.", undefined, "1979-04-03"],
    ["5 września 2000r.", undefined, "2000-09-05"],
    ["3 марта 1980 года", undefined, "1980-03-03"],
    ["9 Eylül 2003 Salı", undefined, "2003-09-09"],
    ["14 d'abril de 1985", undefined, "1985-04-14"],
    ["l'8 marzo 1980", undefined, "1980-03-08"],
    ["1º de março de 1980", undefined, "1980-03-01"],
    ["1ᵉʳ mai 1980", undefined, "1980-05-01"],
    ["3 sep '80", undefined, "1980-09-03"],
    ["03SEP1980", undefined, "1980-09-03"],
    ["1980年3月3日(月)", undefined, "1980-03-03"],
    ["1985-03-14Z", undefined, "1985-03-14"],
    ["14 mars 1985 à 00:00", undefined, "1985-03-14"],
    ["14.03.1985, 00:00 Uhr", "DD/MM/YYYY", "1985-03-14"],
    ["Thu Mar 14 1985 00:00:00 GMT+0100 (CET)", undefined, "1985-03-14"],
    ["Thu Mar 14 00:00:00 CET 1985", undefined, "1985-03-14"],
    ["14-MAR-85 12.00.00.000000000 AM", undefined, "1985-03-14"],
    ["  ", undefined, "blank"],
  ])("reads %s as %s gives %s", (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  test.each([
    ["14 July 1970"],
    ["July 14, 1970"],
    ["14-Jul-1970"],
    ["14th July 1970"],
    ["Tuesday, July 14, 1970"],
    ["martes, 14 de julio de 1970"],
    ["terça-feira, 14 de julho de 1970"],
    ["Di, 14. Juli 1970"],
    ["1970 Jul 14"],
    ["14 de julio de 1970"],
    ["14 juillet 1970"],
    ["14. Juli 1970"],
    ["14 luglio 1970"],
    ["14 de julho de 1970"],
    ["14 juli 1970"],
    ["14-jul-70"],
    ["14 lipca 1970"],
    ["14. července 1970"],
    ["14. heinäkuuta 1970"],
    ["14 Temmuz 1970"],
    ["14 de juliol de 1970"],
    ["14 июля 1970 г."],
    ["вторник, 14 июля 1970"],
    ["1970年7月14日"],
    ["1970년 7월 14일"],
    ["昭和45年7月14日"],
    ["昭和 45 年 7 月 14 日"],
    ["S45.7.14"],
  ])("reads the month's name in %s under any format", (text) => {
    for (const format of [undefined, ...FORMATS]) expect(read(text, format)).toBe("1970-07-14");
  });

  test.each([
    ["明治45年7月29日", "1912-07-29"],
    ["大正15年12月24日", "1926-12-24"],
    ["昭和元年12月26日", "1926-12-26"],
    ["平成2年5月1日", "1990-05-01"],
    ["R1/5/1", "2019-05-01"],
    ["昭和60年2月30日", "date-impossible"],
  ])("reads the years of Japan: %s is %s", (text, day) => expect(read(text, undefined)).toBe(day));

  test.each<[string, DateFormat | undefined, string]>([
    ["1970-02-30", undefined, "date-impossible"],
    ["1900-02-29", undefined, "date-impossible"],
    ["31/04/1970", "DD/MM/YYYY", "date-impossible"],
    ["14/07/1970", "MM/DD/YYYY", "date-other-order"],
    ["07/14/70", "DD/MM/YY", "date-other-order"],
    ["14/32/1970", "MM/DD/YYYY", "date-impossible"],
    ["14/07/70", "DD/MM/YYYY", "date-not-in-format"],
    ["14/07/1970", "YYYY-MM-DD", "date-not-in-format"],
    ["19700714", "DD/MM/YYYY", "date-not-in-format"],
    ["03/04/1970", undefined, "date-format-undecided"],
    ["14/07/1970", undefined, "date-format-undecided"],
    ["14/07", "DD/MM/YYYY", "date-without-year"],
    ["--07-14", "DD/MM/YYYY", "date-without-year"],
    ["14 July", undefined, "date-without-year"],
    ["25763", undefined, "date-serial"],
    ["25763.5", "DD/MM/YYYY", "date-serial"],
    ["0/0/00", undefined, "date-zero"],
    ["0000-00-00", undefined, "date-zero"],
    ["00/00/0000", "DD/MM/YYYY", "date-zero"],
    ["n/a", undefined, "date-unreadable"],
    ["14 Foo 1970", undefined, "date-unreadable"],
    ["1970", undefined, "date-unreadable"],
    ["14/07-1970", "DD/MM/YYYY", "date-unreadable"],
  ])("refuses %s as %s: %s", (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  test("reads two-digit years as the latest year that is not in the future", () => {
    expect(read("01/02/26", "DD/MM/YY", 2026)).toBe("2026-02-01");
    expect(read("01/02/27", "DD/MM/YY", 2026)).toBe("1927-02-01");
    expect(read("01/02/00", "DD/MM/YY", 2026)).toBe("2000-02-01");
    expect(read("01/02/99", "DD/MM/YY", 2099)).toBe("2099-02-01");
  });

  test("knows no month by a name that another language gives to another month", () => {
    expect(monthNamed("mar")).toBe(3);
    expect(monthNamed("MÄRZ")).toBe(3);
    expect(monthNamed("juin")).toBe(6);
    expect(monthNamed("juil")).toBe(7);
    expect(monthNamed("ottobre")).toBe(10);
    expect(monthNamed("jui")).toBeNull();
  });

  test("never makes a day that the calendar does not have", () => {
    const part = fc.integer({ min: 0, max: 40 }).map(String);
    const year = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1000, max: 9999 }));
    const text = fc.oneof(
      fc
        .tuple(part, part, year, fc.constantFrom("/", ".", "-", " "))
        .map(([a, b, y, by]) => [a, b, y].join(by)),
      fc
        .tuple(year, part, part, fc.constantFrom("/", ".", "-"))
        .map(([y, a, b, by]) => [y, a, b].join(by)),
      fc.stringMatching(/^\d{8}$/),
      fc.string(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, ...FORMATS), (value, format) => {
        const reading = convertDate(value, format, 2026);
        if (reading.kind !== "date") return;
        expect(reading.iso).toMatch(/^\d{4}-\d\d-\d\d$/);
        const back = new Date(`${reading.iso}T00:00:00Z`);
        expect(back.toISOString().slice(0, 10)).toBe(reading.iso);
      }),
      { numRuns: 2000 },
    );
  });

  test("reads back every day that is written in a format", () => {
    const day = fc.date({
      min: new Date("1000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split("-") as [string, string, string];
        expect(read(iso)).toBe(iso);
        expect(read(`${d}/${m}/${y}`, "DD/MM/YYYY")).toBe(iso);
        expect(read(`${m}-${d}-${y}`, "MM/DD/YYYY")).toBe(iso);
        expect(read(`${y}${m}${d}`, "YYYYMMDD")).toBe(iso);
      }),
    );
  });
});

describe("proving a date format", () => {
  test("a day above 12 proves the order", () => {
    expect(verdictOf(["03/04/2010", "13/04/2010"])).toEqual({
      kind: "proven",
      format: "DD/MM/YYYY",
    });
    expect(verdictOf(["03/04/2010", "04/13/2010"])).toEqual({
      kind: "proven",
      format: "MM/DD/YYYY",
    });
    expect(verdictOf(["03/04/10", "13/04/2010"])).toEqual({ kind: "proven", format: "DD/MM/YY" });
    expect(verdictOf(["20100413", "2010-04-14"])).toEqual({ kind: "proven", format: "YYYYMMDD" });
  });

  test.each([
    [["14031985", "1021990"], "DDMMYYYY"],
    [["25121979", "01021990"], "DDMMYYYY"],
    [["12311999", "01021990"], "MMDDYYYY"],
    [["20051912", "05061960"], "DDMMYYYY"],
    [["19121910", "19850314"], "mixed"],
    [["19850314", "20101112"], "YYYYMMDD"],
    [["31021990", "01021990"], "DDMMYYYY"],
    [["01031985", "02121979"], "ambiguous"],
  ])("eight digits tell where their year stands: %s", (values, found) => {
    const verdict = verdictOf(values);
    expect(verdict.kind === "proven" ? verdict.format : verdict.kind).toBe(found);
  });

  test("days up to 12 leave it open", () => {
    expect(verdictOf(["04-03-2010", "05-06-2011", "1990-01-31"])).toEqual({
      kind: "ambiguous",
      candidates: ["DD/MM/YYYY", "MM/DD/YYYY"],
    });
    expect(verdictOf(["04-06-05"])).toEqual({
      kind: "ambiguous",
      candidates: ["DD/MM/YY", "MM/DD/YY"],
    });
  });

  test("values that contradict each other are mixed", () => {
    expect(verdictOf(["13/04/2010", "04/13/2010"])).toEqual({ kind: "mixed" });
    expect(verdictOf(["13/04/2010", "20100413"])).toEqual({ kind: "mixed" });
  });

  test("impossible days and words prove nothing", () => {
    expect(verdictOf(["31/02/2010", "n/a", "", "13/04/2010"])).toEqual({
      kind: "proven",
      format: "DD/MM/YYYY",
    });
    expect(verdictOf(["n/a", ""])).toEqual({ kind: "none" });
    expect(verdictOf(["31/02/2010", "99/99/2010"])).toEqual({ kind: "none" });
  });

  test("a day that the calendar does not have tells the order where real dates leave it open", () => {
    const dayFirst = { kind: "proven", format: "DD/MM/YYYY" };
    expect(verdictOf(["31/02/2010", "01/02/2010"])).toEqual(dayFirst);
    expect(verdictOf(["1.2.10", "30.2.99"])).toEqual({ kind: "proven", format: "DD/MM/YY" });
    expect(verdictOf(["02/30/2010", "01/02/2010"])).toEqual({
      kind: "proven",
      format: "MM/DD/YYYY",
    });
    // Real dates say more than impossible ones, which may be typing mistakes.
    expect(verdictOf(["31/02/2010", "01/02/2010", "02/13/2010"])).toEqual({
      kind: "proven",
      format: "MM/DD/YYYY",
    });
    expect(verdictOf(["31/02/2010", "02/31/2010", "01/02/2010"]).kind).toBe("ambiguous");
    expect(verdictOf(["99/02/2010", "32/01/2010", "01/02/2010"]).kind).toBe("ambiguous");
  });

  test("dates with one reading are proven as they are", () => {
    expect(verdictOf(["1990-01-31"])).toEqual({ kind: "proven", format: "YYYY-MM-DD" });
    expect(verdictOf(["1990/01/31"])).toEqual({ kind: "proven", format: "YYYY/MM/DD" });
    expect(verdictOf(["31 Jan 1990"])).toEqual({ kind: "proven", format: "YYYY-MM-DD" });
  });

  test("a proven format reads every value that any format reads", () => {
    const number = fc.integer({ min: 1, max: 31 }).map(String);
    const value = fc.oneof(
      fc.tuple(number, number, fc.constantFrom("1990", "85")).map((parts) => parts.join("/")),
      fc.constantFrom("1990-01-31", "19900131", "n/a", "31/02/1990", "3 May 1990"),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (values) => {
        const verdict = verdictOf(values);
        const readable = values.filter((each) => FORMATS.some((format) => isDate(each, format)));
        const fitting = FORMATS.filter((format) => readable.every((each) => isDate(each, format)));
        if (verdict.kind === "proven") expect(fitting).toContain(verdict.format);
        if (verdict.kind === "ambiguous") {
          expect(verdict.candidates.length).toBeGreaterThan(1);
          for (const format of verdict.candidates) expect(fitting).toContain(format);
        }
        if (verdict.kind === "mixed") expect(fitting).toEqual([]);
        if (verdict.kind === "none") expect(readable).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

function isDate(value: string, format: DateFormat): boolean {
  return convertDate(value, format, 2026).kind === "date";
}
