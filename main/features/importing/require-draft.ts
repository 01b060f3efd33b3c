import type { Draft, WizardStep } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { StoredDraft } from "../../records/drafts/draft-store.ts";

/** @throws AppError "draft-incomplete" with the first thing that is missing in these steps */
export function requireDraft(missing: Draft["missing"], steps: readonly WizardStep[]): void {
  for (const step of steps) {
    const first = missing[step].find((each) => each.severity === "error");
    if (first !== undefined) {
      throw new AppError("draft-incomplete", {
        params: { what: first.message },
        detail: `${step}: ${first.code}`,
      });
    }
  }
}

/** Reading and mapping are of a list file. @throws AppError "draft-is-restore" */
export function requireFile(draft: StoredDraft): StoredDraft {
  if (draft.restores !== null) throw new AppError("draft-is-restore");
  return draft;
}
