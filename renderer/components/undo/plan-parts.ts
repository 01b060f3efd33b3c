import type { UndoPlan } from "../../../preload/types.ts";

/** What of a plan stands in the dialog. */
export interface PlanParts {
  /** What this program does by itself, or says why it cannot. */
  readonly fromHere: boolean;
  /** What is to be done, or was done, where the customers are. */
  readonly there: boolean;
  /** Whether earlier values can be put back. */
  readonly restorable: boolean;
}

export function planParts(plan: UndoPlan): PlanParts {
  const { unsent, restore, admin, way, practice } = plan;
  const restorable = way === "here" || way === "either";
  const blocked = restore.customers > 0 && restore.blocked !== null;
  // Steps marked as done can be unmarked. Not for Practice: there the program did them itself.
  const ticked = way === null && admin.done > 0 && !practice;
  return {
    fromHere: unsent.batches > 0 || restorable || blocked,
    there: way === "there" || way === "either" || ticked,
    restorable,
  };
}

/** The key of the sentence where nothing can be taken back: it was already, or there is nothing. */
export function whyNothing({ undoneBy, admin }: UndoPlan): "already" | "nothing" {
  const ticked = admin.done > 0 && admin.done === admin.steps;
  return undoneBy.length > 0 || ticked ? "already" : "nothing";
}
