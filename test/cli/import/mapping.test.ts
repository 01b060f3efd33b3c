import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseMapping } from "../../../main/cli/words/mapping.ts";
import { AppError } from "../../../main/common/errors.ts";
import { STANDARD_FIELDS } from "../../../preload/fields.ts";
import type { FileReading } from "../../../preload/types.ts";

function reading(...headers: readonly string[]): FileReading {
  return {
    format: "csv",
    encoding: "utf-8",
    delimiter: ",",
    sheets: [],
    sheet: "list",
    headerRow: 1,
    columns: headers.map((header, index) => ({ index, header, samples: [] })),
    firstRows: [{ row: 1, cells: headers }],
    notices: [],
  };
}

const feeds = (list: FileReading, ...maps: readonly string[]) =>
  chooseMapping(list, maps, []).map((entry) => [entry.field, ...entry.columns]);

test("a header may hold the sign that parts it from its field", () => {
  expect(feeds(reading("a=b", "a"), "a=b=code", "a=email")).toEqual([
    ["code", 0],
    ["email", 1],
  ]);
});

test("whatever the header, it is found, and goes to its field", () => {
  const headers = fc.uniqueArray(fc.string({ minLength: 1 }), {
    minLength: 1,
    maxLength: STANDARD_FIELDS.length,
  });
  fc.assert(
    fc.property(headers, (names) => {
      const maps = names.map((name, n) => `${name}=${STANDARD_FIELDS[n]}`);
      expect(feeds(reading(...names), ...maps)).toEqual(
        names.map((_, n) => [STANDARD_FIELDS[n], n]),
      );
    }),
  );
});

test("the exact header goes before one that differs in case, which goes before none", () => {
  expect(feeds(reading("CODE", "code"), "code=code")).toEqual([["code", 1]]);
  expect(feeds(reading("Card No"), "card no=Card_Number")).toEqual([["card_number", 0]]);
  expect(codeOf(() => feeds(reading("CODE", "Code"), "code=code"))).toBe("usage-map-unclear");
});

test("one column may feed two fields, one field takes one column", () => {
  expect(feeds(reading("Card"), "Card=code", "Card=card_number")).toEqual([
    ["code", 0],
    ["card_number", 0],
  ]);
  expect(codeOf(() => feeds(reading("A", "B"), "A=code", "B=code"))).toBe("usage-map-twice");
});

test("date formats go to a mapped date field and nowhere else", () => {
  const list = reading("Born", "Code");
  const maps = ["Born=custom_date", "Code=code"];
  const [born] = chooseMapping(list, maps, ["custom_date=dd/mm/yyyy"]);
  expect(born?.dateFormat).toBe("DD/MM/YYYY");
  for (const [written, meant] of [
    ["DD.MM.YYYY", "DD/MM/YYYY"],
    ["m-d-yy", "MM/DD/YY"],
    ["YYYY/MM/DD", "YYYY/MM/DD"],
    ["YYYY.MM.DD", "YYYY-MM-DD"],
  ] as const) {
    const [entry] = chooseMapping(list, maps, [`custom_date=${written}`]);
    expect(entry?.dateFormat).toBe(meant);
  }
  for (const wrong of ["code=DD/MM/YYYY", "email=DD/MM/YYYY"]) {
    expect(codeOf(() => chooseMapping(list, maps, [wrong]))).toBe("usage-date-field");
  }
  expect(codeOf(() => chooseMapping(list, maps, ["custom_date=D.M."]))).toBe("usage-choice");
  expect(codeOf(() => chooseMapping(list, maps, ["DD/MM/YYYY"]))).toBe("usage-date-form");
});

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "none";
}
