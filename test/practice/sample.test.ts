import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as xlsx from "xlsx";

const PATH = new URL("../../main/practice/sample/customers-sample.xlsx", import.meta.url);
const book = xlsx.read(readFileSync(PATH), { cellDates: true, cellNF: true });
const sheet = book.Sheets.Customers ?? {};
const rows = xlsx.utils.sheet_to_json<readonly (string | Date)[]>(sheet, { header: 1, UTC: true });
const column = (header: string) => {
  const index = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => row[index]);
};

describe("the sample workbook", () => {
  test("is small and has a header row and 200 customers", () => {
    expect(statSync(PATH).size).toBeLessThan(40_000);
    expect(rows).toHaveLength(201);
  });

  test("holds keys and postal codes as texts with leading zeros, all keys distinct", () => {
    for (const header of ["Customer code", "Card number"]) {
      const values = column(header);
      expect(values.every((value) => typeof value === "string")).toBe(true);
      expect(new Set(values).size).toBe(200);
      expect(values.filter((value) => String(value).startsWith("0")).length).toBeGreaterThan(150);
    }
    expect(column("Postal code")).toContain("01067");
  });

  test("holds names with letters of many languages", () => {
    const names = column("First name").join(" ");
    for (const letter of ["Ł", "Þ", "ë", "ü", "花"]) expect(names).toContain(letter);
  });

  test("holds real dates, and exactly two bad rows", () => {
    const birthdays = column("Birthday").filter((value) => value !== undefined);
    expect(birthdays.filter((value) => value instanceof Date).length).toBeGreaterThan(150);
    expect(birthdays.filter((value) => !(value instanceof Date))).toEqual(["1990-02-31"]);
    const cards = column("Card number").filter((value) => !/^\d{10}$/.test(String(value)));
    expect(cards).toEqual(["1.23457E+15"]);
  });
});
