import { expect, it } from "vitest";
import type { FieldName } from "../../preload/fields.ts";
import type { Problem, StagedRow } from "../../preload/types.ts";
import { saidInRow, worstOf } from "../../renderer/components/grid/said-in-row.ts";
import { cellWords } from "../../renderer/components/grid/told-cell.ts";

const FIELDS: readonly FieldName[] = ["code", "first_name", "email"];

function problem(field: FieldName | null, severity: Problem["severity"], code: string): Problem {
  return { row: 2, column: null, field, severity, code, params: {}, message: code };
}

const ROW: StagedRow = {
  ...{ index: 0, row: 2, values: ["C1", "Ana", "ana@"], status: "error" },
  ...{ leftOut: false, sent: false, corrected: [1], before: [{ at: 1, value: "Anna" }] },
  problems: [
    problem("email", "warning", "odd"),
    problem("email", "error", "bad"),
    problem(null, "warning", "whole"),
  ],
};
const WORDS = {
  problem: ({ code }: Problem) => `${code}.`,
  correctedFrom: (before: string) => `was ${before}.`,
};

it("problems stand at their cell, those of a row as a whole at its first one", () => {
  const codes = saidInRow(ROW, FIELDS).map(({ problems }) => problems.map(({ code }) => code));
  expect(codes).toEqual([["whole"], [], ["odd", "bad"]]);
});

it("a cell without a problem, and one that is on its way, have nothing to say", () => {
  expect(saidInRow(ROW, FIELDS)[1]).toEqual({ problems: [], room: null });
  expect(saidInRow(null, FIELDS).map(({ problems }) => problems)).toEqual([[], [], []]);
});

it("an error gives a cell its colour, whatever stands before it", () => {
  expect(worstOf(ROW.problems)?.code).toBe("bad");
  expect(worstOf([])).toBeUndefined();
});

it("all of a cell is said in one text: what is wrong with it, and what it held before", () => {
  const said = FIELDS.map((_, index) => cellWords(ROW, FIELDS, index, WORDS));
  expect(said).toEqual([
    { tone: "amber", text: "whole." },
    { tone: "neutral", text: "was Anna." },
    { tone: "red", text: "odd. bad." },
  ]);
  expect(cellWords(ROW, FIELDS, -1, WORDS).text).toBe("");
});
