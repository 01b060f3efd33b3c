import { describe, expect, test } from "vitest";
import { utils, write } from "xlsx";
import type { DateCorrections } from "../../../main/pipeline/mapping/dates/correct-date.ts";
import { codes, judge } from "../sources/shape/judged.ts";

const thisYear = new Date().getFullYear();

/** A list with a column of dates: what is found, and what is sent of it where that is settled. */
async function dates(values: readonly string[], dates: DateCorrections = {}, header = "Birthday") {
  const rows = values.map((value, at) => `${7_000_001 + at},Ann${at},"${value}"\n`);
  return await judge(`Card Number,First Name,${header}\n${rows.join("")}`, { choice: dates });
}

/** The same as a workbook, in which what is no text is a true date. */
async function cells(
  values: readonly (string | Date)[],
  dates: DateCorrections = {},
  header = "Birthday",
) {
  const rows = values.map((value, at) => [String(7_000_001 + at), `Ann${at}`, value]);
  const sheet = utils.aoa_to_sheet([["Card Number", "First Name", header], ...rows], { UTC: true });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "List");
  const bytes: Buffer = write(book, { type: "buffer", bookType: "xlsx", cellDates: true });
  return await judge(bytes, { name: "list.xlsx", choice: dates });
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

const sentDates = ({ values }: Awaited<ReturnType<typeof dates>>) =>
  values.map(({ custom_date }) => custom_date);

describe("day and month swapped when the list was opened", () => {
  test.each<[string, readonly (string | Date)[]]>([
    [
      "cells up to the 12th among texts with later days",
      [day("1985-07-05"), day("1990-11-02"), "13/05/1985", "25/12/1979"],
    ],
    ["texts with the month in front", [day("1971-02-09"), "06/30/1988", "11/17/1954"]],
    ["texts with points", [day("2001-01-12"), day("1966-10-03"), "31.08.1999"]],
    ["texts with short years", [day("1985-03-04"), "14/05/85", "22/09/71", "19/01/90"]],
  ])("is told: %s", async (_, values) => {
    const list = await cells(values);
    const found = list.findings.find(({ code }) => code === "dates-swapped");
    expect(found).toMatchObject({ column: "Birthday", remedy: { swapDates: true } });
    expect(found?.rows).toEqual(
      values.flatMap((each, at) => (each instanceof Date ? [at + 2] : [])),
    );
  });

  test("is told of a text file too, where more of its dates agree", async () => {
    const half = ["1985-07-05", "1990-11-02 00:00:00", "13/05/1985", "25/12/1979", "30/01/2001"];
    expect(codes(await dates(half))).toContain("dates-swapped");
    expect(codes(await dates(half.slice(1, 4)))).toEqual([]);
  });

  test("one press puts the dates right, and leaves the texts to their own order", async () => {
    const values = [day("1985-07-05"), day("1990-11-02"), "1985-05-13", "1979-12-25"];
    const list = await cells(values, { swapDates: true });
    expect(sentDates(list)).toEqual(["1985-05-07", "1990-02-11", "1985-05-13", "1979-12-25"]);
    const back = list.findings.find(({ code }) => code === "dates-swapped-back");
    expect(back?.remedy).toEqual({ swapDates: false });
  });

  test.each<[string, readonly (string | Date)[]]>([
    ["a cell with a later day", [day("1985-07-15"), day("1990-11-02"), "13/05/1985", "25/12/1979"]],
    [
      "a text with an early day",
      [day("1985-07-05"), day("1990-11-02"), "03/05/1985", "25/12/1979"],
    ],
    ["texts that contradict each other", [day("1985-07-05"), "05/13/1985", "25/12/1979"]],
    ["cells alone", [day("1985-07-05"), day("1990-11-02"), day("1971-02-09")]],
    ["one of each", [day("1985-07-05"), "13/05/1985"]],
  ])("is not told: %s", async (_, values) => {
    expect(codes(await cells(values))).toEqual([]);
  });
});

describe("days that were written as times in UTC", () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    [
      "summer and winter in Central Europe",
      ["1985-05-04T22:00:00.000Z", "1990-11-01T23:00:00.000Z"],
      "Europe/Berlin",
      ["1985-05-05", "1990-11-02"],
    ],
    [
      "Japan",
      ["1971-02-08T15:00:00Z", "1988-06-29T15:00:00Z", "1954-11-16T15:00:00Z"],
      "Asia/Tokyo",
      ["1971-02-09", "1988-06-30", "1954-11-17"],
    ],
    [
      "India, with an offset",
      ["2001-01-11T18:30:00+00:00", "1966-10-02T18:30:00+00:00"],
      "Asia/Kolkata",
      ["2001-01-12", "1966-10-03"],
    ],
    [
      "Britain, where the winter is as it should be",
      ["1985-07-04T23:00:00Z", "1990-12-25T00:00:00Z"],
      "Europe/London",
      ["1985-07-05", "1990-12-25"],
    ],
    [
      "Italy, which had a summer time before its neighbours",
      ["1971-07-30T22:00:00.000Z", "1990-12-01T23:00:00.000Z"],
      "Europe/Rome",
      ["1971-07-31", "1990-12-02"],
    ],
    [
      "a database with a short offset",
      ["1985-07-04 22:00:00+00", "1990-12-24 23:00:00+00"],
      "Europe/Berlin",
      ["1985-07-05", "1990-12-25"],
    ],
    [
      "a database that names no zone",
      ["1985-07-04 22:00:00", "1990-12-24 23:00:00", "1979-01-31 23:00:00"],
      "Europe/Berlin",
      ["1985-07-05", "1990-12-25", "1979-02-01"],
    ],
    [
      "Germany's own form, in every year by today's summer time",
      ["04.05.1985 22:00", "12.11.1990 23:00", "30.06.1965 22:00"],
      "+02:00",
      ["1985-05-05", "1990-11-13", "1965-07-01"],
    ],
    [
      "days behind months, and halves of a day",
      ["5/4/1985 10:00:00 PM", "11/13/1990 11:00:00 PM", "6/30/1981 10:00:00 PM"],
      "Europe/Berlin",
      ["1985-05-05", "1990-11-14", "1981-07-01"],
    ],
    [
      "short years in India",
      ["04-05-85 18:30", "13-11-90 18:30", "30-06-79 18:30"],
      "Asia/Kolkata",
      ["1985-05-05", "1990-11-14", "1979-07-01"],
    ],
    [
      "as web servers write it",
      ["Sat, 04 May 1985 22:00:00 GMT", "Mon, 12 Nov 1990 23:00:00 GMT"],
      "Europe/Berlin",
      ["1985-05-05", "1990-11-13"],
    ],
    [
      "half hours in Australia",
      ["1985/01/04 13:30", "1990/07/12 14:30", "1979/12/30 13:30", "1960/07/01 14:30"],
      "Australia/Adelaide",
      ["1985-01-05", "1990-07-13", "1979-12-31", "1960-07-02"],
    ],
    [
      "some beside plain days",
      ["1985-07-04 22:00", "1990-11-02", "1979-12-24 23:00", "1966-01-09"],
      "Europe/Berlin",
      ["1985-07-05", "1990-11-02", "1979-12-25", "1966-01-09"],
    ],
  ])("are told with the zone, and read in it: %s", async (_, values, zone, days) => {
    const list = await dates(values);
    const found = list.findings.find(({ code }) => code === "dates-in-utc");
    expect(found).toMatchObject({ params: { zone }, remedy: { dateZone: zone } });
    const mended = await dates(values, { dateZone: zone });
    expect(sentDates(mended)).toEqual(days);
    const others = codes(mended).filter((code) => code !== "date-two-digit-years");
    expect(others).toEqual(["dates-in-zone"]);
  });

  test.each<[string, readonly string[]]>([
    ["times of day", ["2024-05-04T18:12:33Z", "2024-06-01T20:47:00Z", "2024-06-02T09:00:00Z"]],
    ["one time among plain days", ["1985-05-04T22:00:00Z", "1990-11-02", "1979-12-24"]],
    ["midnights of the West, whose day is right", ["1985-05-04T04:00:00Z", "1990-01-02T05:00:00Z"]],
    ["midnights in UTC", ["1985-05-04T00:00:00Z", "1990-01-02T00:00:00Z"]],
    ["no value", ["N/A", "", "-"]],
    [
      "midnights of the West in its own form",
      ["4/5/1985 3:00", "13/11/1990 3:00", "30/6/1979 3:00"],
    ],
    ["noon, which stands for the day", ["4/5/1985 12:00", "13/11/1990 12:00", "30/6/1979 12:00"]],
    ["evenings of any hour", ["4/5/2025 19:00", "13/11/2025 20:00", "30/6/2025 22:00"]],
    ["times of day among plain days", ["1985-05-04 22:00", "1990-11-02", "1979-12-24 09:30"]],
    ["plain days with no time", ["04/05/1985 00:00", "13/11/1990 00:00", "30/06/1979 00:00"]],
  ])("are not told: %s", async (_, values) => {
    expect(codes(await dates(values))).not.toContain("dates-in-utc");
  });
});

test("a birthday in three columns is sent as one date", async () => {
  const list = await judge(
    "Card Number,Birth Month,Birth Day,Birth Year\n7000001,7,5,1985\n7000002,December,25,1979\n7000003,,,\n",
  );
  expect(codes(list)).toEqual([]);
  expect(sentDates(list)).toEqual(["1985-07-05", "1979-12-25", ""]);
});

describe("dates without a year", () => {
  test.each<readonly string[]>([
    ["03-14", "12-25"],
    ["--05-17", "--1103"],
    ["0000-05-17", "0000-11-03"],
    ["05/17/0000", "11/03/0000"],
    ["17/5", "30/11", "1/2"],
    ["14.03.", "25.12."],
    ["May 17", "Nov 3"],
    ["3. Juli", "25 décembre"],
  ])("are told, and the column is left out: %s", async (...values) => {
    const list = await dates(values);
    expect(codes(list)).toEqual(["dates-without-year-unmapped"]);
    expect(list.findings[0]?.column).toBe("Birthday");
  });

  test.each<readonly string[]>([
    ["March 1985", "May 1979"],
    ["1985", "1979", "1990"],
    ["03/1985", "12/1979"],
    ["473385600000", "299462400000"],
  ])("or without more are left out, and that is told: %s", async (...values) => {
    const list = await dates(values);
    expect(list.findings).toMatchObject([{ code: "column-unlike-header", column: "Birthday" }]);
    expect(sentDates(list)).toEqual(values.map(() => undefined));
  });

  test.each<readonly string[]>([
    ["yes", "no", "yes"],
    ["Y", "N"],
    ["", ""],
  ])("no column of ticks is told: %s", async (...values) =>
    expect(codes(await dates(values))).toEqual([]),
  );

  test.each<[string, readonly string[], readonly string[]]>([
    ["in this year", ["-05-17", "-03-02", "-11-09"].map((each) => thisYear + each), ["told"]],
    ["in a program's first", ["1904-05-17", "1904-03-02", "1904-11-09"], ["told"]],
    ["a school's class", ["2015-05-17", "2015-03-02", "2015-11-09"], []],
    ["of all years", ["2015-05-17", "1985-03-02", `${thisYear}-01-09`], []],
  ])("filled in by a program are told: %s", async (_, values, told) => {
    expect(codes(await dates(values))).toEqual(told.map(() => "dates-in-one-year"));
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["1970-01-01", ["1970-01-01", "1970-01-01", "1985-03-02", "1970-01-01"], ["told"]],
    ["01/01/2000", ["01/01/2000", "23/05/1985", "01/01/2000", "01/01/2000"], ["told"]],
    ["1970-01-01 00:00:00", Array.from({ length: 4 }, () => "1970-01-01 00:00:00"), ["told"]],
    ["two namesakes of one day", ["1970-01-01", "1970-01-01", "1985-03-02"], []],
    ["another day of three", ["1985-03-02", "1985-03-02", "1985-03-02", "1990-01-01"], []],
    ["three New Years", ["1970-01-01", "1985-01-01", "1990-01-01", "1991-02-03"], []],
  ])("that a program filled in are told: %s", async (_, values, told) => {
    expect(codes(await dates(values))).toEqual(told.map(() => "dates-filled-in"));
  });

  test("of one year are nothing new where they are no birthdays", async () => {
    const visits = ["-05-17", "-03-02", "-01-09"].map((each) => thisYear + each);
    expect(codes(await dates(visits, {}, "custom_date"))).toEqual([]);
  });
});

test.each<[readonly string[], readonly string[]]>([
  [["14-Jul-27", "1-Dec-99"], ["date-two-digit-years"]],
  [["14/07/27", "31/01/60"], ["date-two-digit-years"]],
  [["5 mars 85", "12 juin 61"], ["date-two-digit-years"]],
  [["14-Jul-1927", "1-Dec-1999"], []],
  [["1927-07-14"], []],
])("years of two digits are told how they are read: %s", async (values, told) => {
  expect(codes(await dates(values))).toEqual(told);
});

describe("cells that became dates", () => {
  test.each<[string, readonly (string | Date)[]]>([
    ["sizes", ["13-15", day("2026-10-12"), "18-20"]],
    ["fractions", ["3/32", "15/16", day("2026-03-04"), "7/64"]],
    ["months by name", ["40-42", "12-Oct", "36-38"]],
  ])("are told among values such as they were: %s", async (_, values) => {
    const list = await cells(values, {}, "custom_field_2");
    expect(codes(list)).toEqual(["cells-became-dates"]);
  });

  test.each<[string, readonly (string | Date)[]]>([
    ["dates alone", [day("2026-10-12"), day("2025-01-02"), day("2024-05-06")]],
    ["words", ["never", day("2026-10-12"), "unknown yet"]],
    ["sizes alone", ["13-15", "16-18", "18-20"]],
  ])("are not told: %s", async (_, values) => {
    expect(codes(await cells(values, {}, "custom_field_2"))).toEqual([]);
  });
});
