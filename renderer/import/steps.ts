import type { Draft, WizardStep } from "../../preload/types.ts";

/** The steps of an import; "send" belongs to the import that a draft becomes. */
export const STEPS = [
  "file",
  "columns",
  "options",
  "review",
] as const satisfies readonly WizardStep[];

export function isStep(text: string): text is WizardStep {
  return (STEPS as readonly string[]).includes(text);
}

/** Whether a step may be opened: nothing is missing in any step before it. */
export function isReachable(draft: Draft, step: WizardStep): boolean {
  return STEPS.slice(0, STEPS.indexOf(step)).every(
    (before) => !draft.missing[before].some((notice) => notice.severity === "error"),
  );
}
