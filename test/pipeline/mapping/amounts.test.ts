import fc from "fast-check";
import { expect, test } from "vitest";
import { createAmountProof } from "../../../main/pipeline/mapping/amount-proof.ts";
import { provenAmountFormat, readAmount } from "../../../main/pipeline/mapping/amounts.ts";
import { createMapper } from "../../../main/pipeline/mapping/apply.ts";
import type { AmountFormat } from "../../../preload/types.ts";

function read(text: string, format?: AmountFormat): string {
  const reading = readAmount(text, format);
  if (reading.kind !== "amount") return reading.kind;
  return reading.bared ? `${reading.value} bared` : reading.value;
}

test.each([
  ["25", "25"],
  ["25,50", "25.50"],
  ["25.5", "25.5"],
  ["3,00", "3.00"],
  ["0,125", "0.125"],
  [",5", "0.5"],
  ["1.250,00", "1250.00 bared"],
  ["1,250.00", "1250.00 bared"],
  ["1.250.000", "1250000 bared"],
  ["12,345,678", "12345678 bared"],
  ["1 250,50", "1250.50 bared"],
  ["1'250.50", "1250.50 bared"],
  ["€ 25,50", "25.50 bared"],
  ["25,50 €", "25.50 bared"],
  ["$1,250.00", "1250.00 bared"],
  ["CHF 12.50", "12.50 bared"],
  ["R$ 10,00", "10.00 bared"],
  ["20 kr", "20 bared"],
  ["A$12.50", "12.50 bared"],
  ["NT$1,200.00", "1200.00 bared"],
  ["$25.00 MXN", "25.00 bared"],
  ["COP $ 25.000.000", "25000000 bared"],
  ["120,50 TL", "120.50 bared"],
  ["250 руб.", "250 bared"],
  ["25,50 zł", "25.50 bared"],
  ["RM25.50", "25.50 bared"],
  ["Rp. 25.000,00", "25000.00 bared"],
  ["Rs.50", "50 bared"],
  ["Rs. 1,25,000", "125000 bared"],
  ["500/-", "500 bared"],
  ["250:- kr", "250 bared"],
  ["1 250,- Kč", "1250 bared"],
  ["S/. 45.90", "45.90 bared"],
  ["Q150.00", "150.00 bared"],
  ["5 000 F CFA", "5000 bared"],
  ["12,50 €uro", "12.50 bared"],
  ["25€50", "25.50 bared"],
  ["1,200,000円", "1200000 bared"],
  ["1,200円", "1200 bared"],
  ["₩12,000", "12000 bared"],
  ["25.000 ₫", "25000 bared"],
  ["¥25.50", "25.50 bared"],
  ["25.50 د.إ", "25.50 bared"],
  ["5 баллов", "5 bared"],
  ["5 Point(s)", "5 bared"],
  ["-0,00 €", "0.00 bared"],
  ["($5.00)", "negative"],
  ["(5 pts)", "negative"],
  ["\uff0d5", "negative"],
  ["\u25b35", "negative"],
  ["5,00- €", "negative"],
  ["1.250", "undecided"],
  ["$1,250", "undecided"],
  ["-5", "negative"],
  ["\u22125", "negative"],
  ["(5)", "negative"],
  ["5-", "negative"],
  ["-$5.00", "negative"],
  ["1.25.3", "unclear"],
  ["1,25,3", "unclear"],
  ["5%", "unclear"],
  ["12.", "unclear"],
  ["Coffee", "name"],
  ["Coffee 3", "name"],
  ["2 x Latte", "name"],
  ["7-Up", "name"],
  ["R2D2", "name"],
  ["L 40", "name"],
  ["P1", "name"],
  ["5 km", "name"],
  ["50p", "name"],
  ["100 ml", "name"],
  ["60 min massage", "name"],
])("%s is %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("what the column's other amounts prove, or a person says, decides between two readings", () => {
  expect(read("1.250", "comma")).toBe("1250 bared");
  expect(read("1.250", "point")).toBe("1.250");
  expect(read("1,250", "comma")).toBe("1.250");
  expect(provenAmountFormat("25,50")).toBe("comma");
  expect(provenAmountFormat("1.250.000")).toBe("comma");
  expect(provenAmountFormat("12.5")).toBe("point");
  expect(provenAmountFormat("1,250.00 $")).toBe("point");
  expect(provenAmountFormat("1.250")).toBeNull();
  expect(provenAmountFormat("25")).toBeNull();
  expect(provenAmountFormat("Coffee, large")).toBeNull();
});

test("any amount comes back from how either half of the world writes it", () => {
  // A quotient, not a sum: 1 + 0.57 is not 1.57.
  const value = fc.integer({ min: 0, max: 999_999_999 }).map((cents) => cents / 100);
  const format = fc.constantFrom<AmountFormat>("comma", "point");
  fc.assert(
    fc.property(value, format, (amount, chosen) => {
      const language = chosen === "comma" ? "de" : "en";
      const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
      const written = new Intl.NumberFormat(language, digits).format(amount);
      const reading = readAmount(written, undefined);
      expect(reading).toMatchObject({ kind: "amount" });
      if (reading.kind === "amount") expect(Number(reading.value)).toBe(amount);
      expect(provenAmountFormat(written)).toBe(chosen);
    }),
  );
});

test("the mapper sends plain numbers and tells of signs of money only", () => {
  const columns = [{ index: 0, header: "Punkte", samples: [] }];
  const map = createMapper(
    [{ field: "auto_add", columns: [0], transforms: [], amountFormat: "comma" }],
    columns,
  );
  const of = (cell: string) => {
    const { mapped, problems } = map({ number: 2, cells: [cell] });
    return [mapped.values[0], ...problems.map(({ code }) => code)];
  };
  expect(of("25,50")).toEqual(["25.50"]);
  expect(of("1.250")).toEqual(["1250", "amount-bared"]);
  expect(of("25,50 €")).toEqual(["25.50", "amount-bared"]);
  expect(of("-")).toEqual(["", "placeholder-emptied"]);
});

test.each<[string, "text" | "workbook", readonly string[], "comma" | "point" | null]>([
  ["a text beside numbers of cells", "workbook", ["25.5", "1.250", "3"], null],
  ["a text with a comma beside them", "workbook", ["12.5", "1,250"], null],
  ["a text that proves it", "workbook", ["120.75", "2.500", "12,75"], "comma"],
  ["texts of both marks", "workbook", ["12.500", "1,250.00", "7.25"], "point"],
  ["numbers alone", "workbook", ["=12.345", "25.5"], "point"],
  ["a text of that form beside numbers", "workbook", ["25", "12.345"], null],
  ["texts of commas beside a number", "workbook", ["=12.345", "12,75"], "comma"],
  ["a text file", "text", ["25.5", "1.250"], "point"],
  ["a text file's commas", "text", ["25,5", "1.250"], "comma"],
])("the decimal mark is proven, or not, by %s", (_, kind, amounts, expected) => {
  const proof = createAmountProof(kind === "workbook" ? "xlsx" : "csv");
  for (const amount of amounts) proof.add(amount.replace("=", ""), false, amount.startsWith("="));
  expect(proof.format()).toBe(expected);
  expect(proof.isOpen()).toBe(true);
});
