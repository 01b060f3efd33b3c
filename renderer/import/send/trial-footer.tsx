import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { showError } from "../../kit/messages/show-error.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import { useSend } from "../use-send.tsx";
import styles from "./send.module.css";

export interface TrialFooterProps {
  readonly draftId: number;
}

/** After a trial: the rest, the list again, or an end. */
export function TrialFooter({ draftId }: TrialFooterProps) {
  const { t } = useTranslation("import");
  const [, navigate] = useLocation();
  const [asking, ask] = useDisclosure(false);
  const draft = useCall("drafts.get", { draftId }).data;
  const over = draft?.trial.over ?? false;
  const stop = useAction("drafts.remove", { onSuccess: () => navigate("/import") });
  const toSend = draft?.check.kind === "done" ? draft.check.counts.toSend : 0;
  // What overwriting empties was confirmed for the trial, which did the same.
  const send = useSend(draft, toSend, { overwriteConfirmed: true, onError: showError });
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        {t("send.stop")}
      </Button>
      <span className={styles.spacer} />
      <Button variant="default" size="md" onClick={() => navigate(`/import/${draftId}/review`)}>
        {t("send.backToReview")}
      </Button>
      <Button
        size="md"
        leftSection={<IconSend size="1rem" aria-hidden />}
        disabled={!over}
        loading={send.busy}
        onClick={() => send.press(null)}
      >
        {t("send.rest")}
      </Button>
      {send.question}
      <Confirm
        opened={asking}
        title={t("send.stopTitle")}
        action={t("send.stop")}
        danger
        busy={stop.isPending}
        onConfirm={() => stop.mutate({ draftId })}
        onClose={ask.close}
      >
        {t("send.stopText")}
      </Confirm>
    </>
  );
}
