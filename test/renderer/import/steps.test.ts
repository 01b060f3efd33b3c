import { expect, test } from "vitest";
import type { Draft, WizardStep } from "../../../preload/types.ts";
import { offersTrial, TRIAL_ROWS } from "../../../renderer/import/review/trial.ts";
import { isReachable, isStep, STEPS } from "../../../renderer/import/steps.ts";

type Severity = "error" | "warning";

function draft(missing: Partial<Record<WizardStep, Severity>>): Draft {
  const of = (step: WizardStep) =>
    missing[step] === undefined ? [] : [{ severity: missing[step] }];
  return { missing: Object.fromEntries(STEPS.map((step) => [step, of(step)])) } as unknown as Draft;
}

const reachable = (missing: Partial<Record<WizardStep, Severity>>) =>
  STEPS.filter((step) => isReachable(draft(missing), step));

test("a step opens once nothing is missing in the steps before it", () => {
  expect(reachable({})).toEqual(["file", "columns", "options", "review"]);
  expect(reachable({ options: "error" })).toEqual(["file", "columns", "options"]);
  expect(reachable({ columns: "error" })).toEqual(["file", "columns"]);
  expect(reachable({ file: "error", options: "error" })).toEqual(["file"]);
});

test("a warning, and what is missing in the review itself, closes no step", () => {
  expect(reachable({ file: "warning", columns: "warning", review: "error" })).toEqual([...STEPS]);
});

test("an address that names no step of a draft is told apart", () => {
  expect(STEPS.every(isStep)).toBe(true);
  expect(["send", "", "File", "toString"].some(isStep)).toBe(false);
});

test("a trial is offered where it is suggested and the list is longer than it", () => {
  const tried = (suggested: boolean) => ({ trial: { suggested } }) as unknown as Draft;
  expect(offersTrial(tried(true), TRIAL_ROWS + 1)).toBe(true);
  expect(offersTrial(tried(true), TRIAL_ROWS)).toBe(false);
  expect(offersTrial(tried(false), 1000)).toBe(false);
});
