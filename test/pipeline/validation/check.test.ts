import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../../main/pipeline/validation/check.ts";
import { toProblem } from "../../../main/pipeline/validation/messages.ts";
import type { Standing } from "../../../main/pipeline/validation/repeats.ts";
import { createRowRules } from "../../../main/pipeline/validation/row-rules.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { DateFormat, RepeatedRows } from "../../../preload/types.ts";
import { columnsOf, mappingOf, options } from "./usual.ts";

const LIST = { sheet: "List" };

/** Problems of one value beside a good code. */
function problemsOf(field: FieldName, value: string, dateFormat?: DateFormat) {
  const fields: readonly FieldName[] = field === "code" ? [field] : ["code", field];
  const rules = createRowRules(mappingOf(fields, dateFormat), options, columnsOf(fields));
  return rules({ row: 9, values: field === "code" ? [value] : ["C-1", value] });
}

function found(field: FieldName, value: string, dateFormat?: DateFormat): string {
  return problemsOf(field, value, dateFormat)
    .map((each) => `${each.severity} ${each.code}`)
    .join(", ");
}

describe("rules of one value", () => {
  test.each<[FieldName, string]>([
    ["email", "jane.o'neil+x@mail.example.co.uk"],
    ["email", "josé@exämple.com"],
    ["phone", "+1 (512) 555-0100 ext. 4"],
    ["code", "A-10/2_3.4"],
    ["code", "12E34"],
    ["card_number", "0011 2233 4455"],
    ["custom_date", "1970-07-14"],
    ["auto_add", "25"],
    ["auto_add", "12.50"],
    ["customer_PIN", "0042"],
    ["first_name", "Müller-Lüdenscheidt"],
    ["last_name", "Lake @ Shop"],
    ["street1", "{Rear} 12 Low Rd"],
    ["last_name", 'Lake "Al": the first'],
    ["city", "'s-Gravenhage"],
    ["custom_field_3", "#1 fan"],
    ["postal_code", ""],
  ])("a good %s passes: %s", (field, value) => {
    expect(found(field, value)).toBe("");
  });

  test.each<[FieldName, string, string]>([
    ["email", "jane@example", "warning email-shape"],
    ["first_name", "jane@example.com", "warning name-is-email"],
    ["first_name", '{"first":"Ann"', "warning value-is-data"],
    ["last_name", '"last":"Lake"}', "warning value-is-data"],
    ["street1", '{"street":"1 Low Rd","city":"Bath"}', "warning value-is-data"],
    ["email", "a@example.com, b@example.com", "warning email-shape"],
    ["phone", "1234", "warning phone-digits"],
    ["phone", "1.23457E+11", "error number-rounded"],
    ["card_number", "1.23457E+15", "error number-rounded"],
    ["card_number", "1,23E+15", "error number-rounded"],
    ["code", "1E+15", "error number-rounded"],
    ["card_number", "12345.0", "warning decimal-ending"],
    ["card_number", "######", "error cell-too-narrow"],
    ["city", "#N/A", "error cell-error"],
    ["city", "#¡VALOR!", "error cell-error"],
    ["first_name", "#wert!", "error cell-error"],
    ["code", "A;1", "warning key-characters"],
    ["auto_add", "12,50", "error auto-add-form"],
    ["auto_add", "$25", "error auto-add-form"],
    ["auto_add", "-5", "error auto-add-negative"],
    ["auto_add", "Free coffee", "warning auto-add-name"],
    ["customer_PIN", "12a4", "warning pin-digits"],
    ["first_name", "JosÃ©", "warning letters-misread"],
    ["last_name", "M\uFFFDller", "warning letters-damaged"],
    ["city", "x".repeat(101), "warning too-long"],
    ["custom_date", "14/07/1970", "error date-format-undecided"],
    ["custom_date", "1970-02-30", "error date-impossible"],
    ["custom_date", "1870-02-03", "warning date-unlikely"],
    ["custom_date", "25763", "error date-serial"],
    ["custom_date", "soon", "error date-unreadable"],
  ])("%s %s: %s", (field, value, expected) => {
    expect(found(field, value)).toBe(expected);
  });

  test("tells why a date does not fit the chosen format", () => {
    expect(problemsOf("custom_date", "31/02/1970", "DD/MM/YYYY")).toEqual([
      {
        row: 9,
        column: "Header custom_date",
        field: "custom_date",
        code: "date-impossible",
        severity: "error",
        params: { format: "DD/MM/YYYY" },
      },
    ]);
  });

  test("never lets a value that is not YYYY-MM-DD pass as a date", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(undefined, "DD/MM/YYYY" as const),
        (text, format) => {
          const value = text.trim();
          if (value === "" || /^\d{4}-\d\d-\d\d$/.test(value)) return;
          expect(found("custom_date", value, format)).toContain("error");
        },
      ),
    );
  });

  test("no problem repeats the value it is about", () => {
    const value = fc.stringMatching(/^[a-z]{6,20}[|,]?$/);
    const field = fc.constantFrom<FieldName>("email", "phone", "customer_password", "customer_PIN");
    fc.assert(
      fc.property(field, value, (name, text) => {
        for (const problem of problemsOf(name, text)) {
          expect(JSON.stringify(toProblem(problem))).not.toContain(text);
        }
      }),
    );
  });
});

describe("repeats within the list", () => {
  const fields: readonly FieldName[] = ["code", "card_number"];

  function run(policy: RepeatedRows, rows: readonly (readonly [string, string])[]) {
    const mapping = mappingOf(fields);
    const checker = createChecker(
      mapping,
      { ...options, repeatedRows: policy },
      columnsOf(fields),
      LIST,
    );
    const checks = rows.map((values, index) => checker.check({ row: index + 2, values }, index));
    return Object.assign(checks, { settled: checker.settle() });
  }

  test("with both kept, each repeat names the first row with its key", () => {
    const checks = run("keep-all", [
      ["A", ""],
      ["A", ""],
      ["A", ""],
    ]);
    expect(checks.map(({ problems }) => problems.map((each) => [each.code, each.params]))).toEqual([
      [],
      [["repeated-code", { first: 2 }]],
      [["repeated-code", { first: 2 }]],
    ]);
    expect(checks.every((each) => !each.leftOut && each.supersedes.length === 0)).toBe(true);
  });

  test("with the first kept, repeats are left out and told so", () => {
    const checks = run("keep-first", [
      ["A", "1"],
      ["B", "1"],
      ["B", "2"],
    ]);
    expect(checks.map((each) => each.leftOut)).toEqual([false, true, false]);
    expect(checks[1]?.problems).toMatchObject([
      { code: "repeated-card-number-left-out", severity: "warning", params: { first: 2 } },
    ]);
  });

  test("with the last kept, a row replaces the earlier ones by code and by card number", () => {
    const checks = run("keep-last", [
      ["A", "1"],
      ["B", "2"],
      ["A", "2"],
      ["A", "1"],
    ]);
    expect(checks.map((each) => each.supersedes.map(({ index }) => index))).toEqual([
      [],
      [],
      [0, 1],
      [2],
    ]);
  });

  test("a row whose replacement is replaced itself by another key is kept after all", () => {
    const { settled } = run("keep-last", [
      ["A", "1"],
      ["A", "2"],
      ["B", "2"],
    ]);
    expect(settled).toEqual([{ index: 0, row: 2, by: null }]);
  });

  test("one that another row replaces as well is told which", () => {
    const { settled } = run("keep-last", [
      ["A", "1"],
      ["A", "2"],
      ["B", "2"],
      ["C", "1"],
    ]);
    expect(settled).toEqual([{ index: 0, row: 2, by: { row: 5, field: "card_number" } }]);
  });

  test("one column that feeds both keys is told once", () => {
    const checks = run("keep-all", [
      ["7", "7"],
      ["7", "7"],
    ]);
    expect(checks[1]?.problems.map((each) => each.code)).toEqual(["repeated-code"]);
  });

  test("blank and damaged keys repeat nothing", () => {
    const checks = run("keep-first", [
      ["", "1.23457E+15"],
      ["", "1.23457E+15"],
    ]);
    expect(checks.some((each) => each.leftOut)).toBe(false);
    const checker = createChecker(mappingOf(fields), options, columnsOf(fields), LIST);
    const lost = (row: number) => ({
      row,
      column: null,
      field: "card_number" as const,
      code: "digits-lost",
      severity: "error" as const,
      params: {},
    });
    const values = ["", "1234567890123450"];
    checker.check({ row: 2, values }, 0, [lost(2)]);
    expect(checker.check({ row: 3, values }, 1, [lost(3)]).problems).toEqual([]);
  });

  test("the rows that stay are those of a naive search, for any list and choice", () => {
    const key = fc.constantFrom("", "a", "b", "c", "d", "e");
    const policy = fc.constantFrom<RepeatedRows>("keep-all", "keep-first", "keep-last");
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key), { maxLength: 30 }), policy, (rows, chosen) => {
        const staying = new Set<number>();
        const checks = run(chosen, rows);
        for (const [index, check] of checks.entries()) {
          if (!check.leftOut) staying.add(index);
          for (const { index: earlier } of check.supersedes) staying.delete(earlier);
        }
        for (const { index, by } of checks.settled) if (by === null) staying.add(index);
        expect([...staying].toSorted((a, b) => a - b)).toEqual(naive(rows, chosen));
        for (const { by } of checks.settled) {
          expect(by === null || staying.has(by.row - 2)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the kept row is always one that can be sent, for any list with errors and rows left out", () => {
    const key = fc.constantFrom("", "a", "b", "c");
    const standing = fc.constantFrom<Standing>("sendable", "sendable", "in-error", "left-out");
    const policy = fc.constantFrom<RepeatedRows>("keep-first", "keep-last");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, key, standing), { maxLength: 25 }),
        policy,
        (rows, chosen) => {
          const mapping = mappingOf(fields);
          const checker = createChecker(
            mapping,
            { ...options, repeatedRows: chosen },
            columnsOf(fields),
            LIST,
          );
          const staying = new Set<number>();
          for (const [index, [code, card, stands]] of rows.entries()) {
            const row = { row: index + 2, values: [code, card] };
            const { leftOut, supersedes } = checker.check(row, index, [], [], stands);
            if (stands === "sendable" && !leftOut) staying.add(index);
            for (const { index: earlier } of supersedes) staying.delete(earlier);
          }
          for (const { index, by } of checker.settle()) {
            if (by === null && rows[index]?.[2] === "sendable") staying.add(index);
          }
          const sendable = [...rows.keys()].filter((index) => rows[index]?.[2] === "sendable");
          const alone = sendable.map((index): readonly [string, string] => [
            rows[index]?.[0] ?? "",
            rows[index]?.[1] ?? "",
          ]);
          const kept = naive(alone, chosen);
          const sent = [...staying].toSorted((a, b) => a - b);
          expect(sent).toEqual(kept.map((at) => sendable[at]));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a hundred thousand keys are told apart and found again", () => {
    const mapping = mappingOf(["code"]);
    const checker = createChecker(mapping, options, columnsOf(["code"]), LIST);
    const count = 100_000;
    for (let index = 0; index < count; index += 1) {
      const { problems } = checker.check({ row: index + 2, values: [`C-${index}`] }, index);
      if (problems.length > 0) throw new Error(`row ${index} was taken for a repeat`);
    }
    for (let index = 0; index < count; index += 997) {
      const { problems } = checker.check({ row: 1, values: [`C-${index}`] }, count + index);
      expect(problems[0]?.params).toEqual({ first: index + 2 });
    }
  });
});

/** Compares every row with every other. */
/** Row by row, from the end that is kept. */
function naive(rows: readonly (readonly [string, string])[], policy: RepeatedRows): number[] {
  const alike = (a: number, b: number) =>
    [0, 1].some((at) => rows[a]?.[at] !== "" && rows[a]?.[at] === rows[b]?.[at]);
  const staying: number[] = [];
  const indexes = [...rows.keys()];
  for (const index of policy === "keep-last" ? indexes.toReversed() : indexes) {
    const isRepeat = policy !== "keep-all" && staying.some((each) => alike(each, index));
    if (!isRepeat) staying.push(index);
  }
  return staying.toSorted((a, b) => a - b);
}

test("a problem is told in a sentence that says what to do", () => {
  const example = problemsOf("card_number", "1.23457E+15")[0];
  expect(example && toProblem(example).message).toContain("Export the list again");
});
