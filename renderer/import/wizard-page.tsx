import { useState } from "react";
import { Redirect } from "wouter";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { errorData } from "../query/call.ts";
import { useCall } from "../query/use-call.ts";
import { ColumnsStep } from "./columns/columns-step.tsx";
import { FileStep } from "./file/file-step.tsx";
import { GoneDraft } from "./gone-draft.tsx";
import { OptionsStep } from "./options/options-step.tsx";
import { ReviewStep } from "./review/review-step.tsx";
import { isReachable, isStep } from "./steps.ts";
import { useCrumbs } from "./use-crumbs.ts";

export interface WizardPageProps {
  readonly draftId: number;
  readonly step: string;
}

/** One draft at one step. */
export function WizardPage({ draftId, step }: WizardPageProps) {
  const [why, setWhy] = useState<unknown>(null);
  const query = useCall("drafts.get", { draftId });
  const crumbs = useCrumbs(null);
  const draft = query.data;
  if (query.isError && errorData(query.error).code === "not-found") {
    return <GoneDraft why={why} />;
  }
  if (draft === undefined) {
    return (
      <Page crumbs={crumbs} title={crumbs[0]?.text ?? ""}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  }
  if (!isStep(step)) return <Redirect to={`/import/${draftId}/${draft.step}`} replace />;
  if (!isReachable(draft, step)) return <Redirect to={`/import/${draftId}/file`} replace />;
  switch (step) {
    case "file":
      return <FileStep draft={draft} />;
    case "columns":
      return <ColumnsStep draft={draft} />;
    case "options":
      return <OptionsStep draft={draft} />;
    case "review":
      return <ReviewStep draft={draft} onGone={setWhy} />;
  }
}
