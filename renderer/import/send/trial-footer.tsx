import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Duplicates } from "../../../preload/types.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "./send.module.css";

export interface TrialFooterProps {
  readonly draftId: number;
  readonly duplicates: Duplicates;
}

/** After a trial: the rest, the list again, or an end. */
export function TrialFooter({ draftId, duplicates }: TrialFooterProps) {
  const { t } = useTranslation("import");
  const [, navigate] = useLocation();
  const [asking, ask] = useDisclosure(false);
  const over = useCall("drafts.get", { draftId }).data?.trial.over ?? false;
  const stop = useAction("drafts.remove", { onSuccess: () => navigate("/import") });
  const send = useAction("drafts.send", {
    onSuccess: ({ importId }) => navigate(`/import/sent/${importId}`),
  });
  // What overwriting empties was confirmed for the trial, which did the same.
  const confirmOverwrite = duplicates === "yes";
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
        loading={send.isPending}
        onClick={() => send.mutate({ draftId, confirmOverwrite })}
      >
        {t("send.rest")}
      </Button>
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
