import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../../preload/types.ts";
import { Page } from "../../frame/page.tsx";
import { Afterwards } from "../../kit/afterwards.tsx";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useAction } from "../../query/use-action.ts";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { useSteps } from "../use-steps.ts";
import { Checked } from "./checked.tsx";
import { Checking } from "./checking.tsx";
import { SendFooter } from "./send-footer.tsx";

export interface ReviewStepProps {
  readonly draft: Draft;
  /** Called where sending was refused because the draft is out of date, and has been removed. */
  readonly onGone: (why: unknown) => void;
}

/** The whole list as it will be sent, with what is wrong in it. */
export function ReviewStep({ draft, onGone }: ReviewStepProps) {
  const { t } = useTranslation("import");
  const client = useQueryClient();
  const steps = useSteps(draft.id);
  const check = useAction("drafts.check", {
    onSuccess: (state) =>
      client.setQueryData<Draft>(["drafts.get", { draftId: draft.id }], (now) =>
        now === undefined ? now : { ...now, check: state },
      ),
    onError: () => undefined,
  });
  const start = () => check.mutate({ draftId: draft.id });
  const { kind } = draft.check;
  const asked = useRef(false);
  useEffect(() => {
    if (kind !== "none" || asked.current) return;
    asked.current = true;
    check.mutate({ draftId: draft.id });
  }, [kind, draft.id, check.mutate]);
  return (
    <Page
      crumbs={useCrumbs(draft.fileName)}
      title={t(kind === "done" ? "review.title" : "review.checkingTitle")}
      account={{ connectionId: draft.options.connectionId }}
      stepper={<Stepper draft={draft} current="review" />}
      width={kind === "done" ? "full" : "normal"}
      footer={
        <>
          <Button variant="default" onClick={() => steps.go("options")}>
            {t("common:back")}
          </Button>
          {draft.check.kind === "done" && (
            <SendFooter draft={draft} done={draft.check} onGone={onGone} />
          )}
        </>
      }
    >
      {check.error && <ErrorPanel error={check.error} onRetry={start} />}
      {draft.check.kind === "failed" && <ErrorPanel error={draft.check.error} onRetry={start} />}
      {draft.check.kind === "none" && !check.error && asked.current && !check.isPending && (
        <Button variant="default" onClick={start}>
          {t("review.checkAgain")}
        </Button>
      )}
      {(draft.check.kind === "running" || check.isPending) && (
        <Checking draftId={draft.id} state={draft.check} />
      )}
      {draft.check.kind === "done" && !check.isPending && (
        <Afterwards>
          <Checked draft={draft} done={draft.check} onCheck={start} />
        </Afterwards>
      )}
    </Page>
  );
}
