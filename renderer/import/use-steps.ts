import { useLocation } from "wouter";
import type { WizardStep } from "../../preload/types.ts";
import { useAction } from "../query/use-action.ts";

/** Moves a draft to another step; the main process keeps which one it was. */
export function useSteps(draftId: number): { go(step: WizardStep): void; busy: boolean } {
  const [, navigate] = useLocation();
  const setStep = useAction("drafts.setStep", {
    onSuccess: (draft) => navigate(`/import/${draft.id}/${draft.step}`),
  });
  return { go: (step) => setStep.mutate({ draftId, step }), busy: setStep.isPending };
}
