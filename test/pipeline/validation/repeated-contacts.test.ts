import fc from "fast-check";
import { expect, test } from "vitest";
import { createChecker } from "../../../main/pipeline/validation/check.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { ImportOptions, RepeatedRows } from "../../../preload/types.ts";

const FIELDS: readonly FieldName[] = ["code", "email", "phone"];
const MAPPING = FIELDS.map((field, index) => ({ field, columns: [index], transforms: [] }));
const COLUMNS = FIELDS.map((header, index) => ({ index, header, samples: [] }));
const OPTIONS: ImportOptions = {
  connectionId: 1,
  campaigns: ["1"],
  duplicates: "update",
  generateCardNumbers: null,
  keepUndoState: true,
  repeatedRows: "keep-all",
};

type Row = readonly [code: string, email: string, phone: string];

function check(rows: readonly Row[], chosen: Partial<ImportOptions> = {}) {
  const checker = createChecker(MAPPING, { ...OPTIONS, ...chosen }, COLUMNS, { sheet: "List" });
  const checks = rows.map((values, index) => checker.check({ row: index + 2, values }, index));
  return Object.assign(checks, { settled: checker.settle() });
}

/** What is shared with which row, of the last of two rows. */
function shared(field: "email" | "phone", one: string, other: string): boolean {
  const row = (code: string, value: string): Row =>
    field === "email" ? [code, value, ""] : [code, "", value];
  const last = check([row("A", one), row("B", other)])[1];
  return last?.shares.some((each) => each.field === field && each.seen.row === 2) === true;
}

test.each([
  ["Ann@Example.com", "ann@example.com"],
  ["smith@smith.de", "smith@smith.de"],
  ["aa@example.com", "aa@example.com"],
])("the e-mail address %s is that of %s", (one, other) => {
  expect(shared("email", one, other)).toBe(true);
});

test.each([
  ["(512) 555-0100", "512 555 0100"],
  ["+34 612 34 56 78", "0034612345678"],
  ["555-555", "555 5 55"],
])("the phone number %s is that of %s, where its digits are no stand-in", (one, other) => {
  expect(shared("phone", one, other)).toBe(new Set(one.replace(/\D/g, "")).size > 1);
});

test.each([
  ["email", "none@none.com"],
  ["email", "noemail@shop.example"],
  ["email", "sin-correo@shop.example"],
  ["email", "x@x.com"],
  ["email", "not known"],
  ["phone", "000 000 000"],
  ["phone", "123456789"],
  ["phone", "12345"],
  ["phone", "-"],
] as const)("what stands for no %s is compared with nothing: %s", (field, value) => {
  expect(shared(field, value, value)).toBe(false);
});

test("rows that share an address or a phone are all kept and get no warning", () => {
  const checks = check([
    ["A", "family@example.com", "5550100100"],
    ["B", "family@example.com", "5550100100"],
    ["C", "", "555 010 0100"],
    ["D", "", ""],
    ["E", "", ""],
  ]);
  expect(checks.map(({ problems, leftOut }) => [problems.length, leftOut])).toEqual(
    new Array(5).fill([0, false]),
  );
  expect(checks.map(({ shares }) => shares.map(({ field }) => field))).toEqual([
    [],
    ["email"],
    ["phone"],
    [],
    [],
  ]);
});

test("a customer who stands in the list twice by code is not told again by address and phone", () => {
  const checks = check([
    ["A", "ann@example.com", "5550100100"],
    ["A", "ann@example.com", "5550100100"],
  ]);
  expect(checks[1]?.problems.map(({ code }) => code)).toEqual(["repeated-code"]);
  expect(checks[1]?.shares).toEqual([]);
});

test("with the first kept, and with the last, the others are left out and told why", () => {
  const rows: readonly Row[] = [
    ["A", "ann@example.com", "5550100100"],
    ["B", "Ann@example.com", "5550100200"],
    ["C", "bob@example.com", "5550100100"],
  ];
  const first = check(rows, { repeatedEmail: "keep-first" });
  expect(first.map(({ leftOut }) => leftOut)).toEqual([false, true, false]);
  expect(first[1]?.problems).toMatchObject([
    { code: "repeated-email-left-out", column: "email", params: { first: 2 } },
  ]);
  const last = check(rows, { repeatedPhone: "keep-last" });
  expect(last.map(({ supersedes }) => supersedes)).toEqual([
    [],
    [],
    [{ index: 0, row: 2, field: "phone" }],
  ]);
});

test("for any list and choices, no two rows that are sent share what is to be kept once", () => {
  const value = fc.constantFrom("", "a", "b", "c");
  const policy = fc.constantFrom<RepeatedRows>("keep-all", "keep-first", "keep-last");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, value), { maxLength: 25 }),
      fc.tuple(policy, policy, policy),
      (letters, [repeatedRows, repeatedEmail, repeatedPhone]) => {
        const rows = letters.map(
          ([code, email, phone]): Row => [
            code,
            email && `ann-${email}@example.com`,
            phone && `555010010${phone.charCodeAt(0) % 10}`,
          ],
        );
        const kept = new Set<number>();
        const chosen = { repeatedRows, repeatedEmail, repeatedPhone };
        const checks = check(rows, chosen);
        for (const [index, each] of checks.entries()) {
          if (!each.leftOut) kept.add(index);
          for (const { index: earlier } of each.supersedes) {
            expect(kept.delete(earlier)).toBe(true);
          }
        }
        for (const { index, by } of checks.settled) if (by === null) kept.add(index);
        for (const [at, how] of [repeatedRows, repeatedEmail, repeatedPhone].entries()) {
          const sent = [...kept].map((index) => rows[index]?.[at] ?? "").filter((each) => each);
          if (how !== "keep-all") expect(new Set(sent).size).toBe(sent.length);
        }
        if (Object.values(chosen).every((how) => how === "keep-all")) {
          expect(kept.size).toBe(rows.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});
