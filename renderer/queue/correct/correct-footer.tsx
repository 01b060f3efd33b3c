import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ReviewCounts } from "../../../preload/types.ts";
import { useResend } from "../../components/batches/use-resend.tsx";
import styles from "../../components/grid/review.module.css";
import { announce } from "../../kit/messages/announce.tsx";

export interface CorrectFooterProps {
  readonly batchId: number;
  readonly counts: ReviewCounts;
}

/** What will happen with the rows, in a sentence, and the button that makes it happen. */
export function CorrectFooter({ batchId, counts }: CorrectFooterProps) {
  const { t } = useTranslation("queue");
  const [, navigate] = useLocation();
  const done = (text: string) => () => {
    announce(text);
    navigate("/queue");
  };
  const { toSend, leftOut, invalid, total } = counts;
  const none = leftOut === total;
  const send = useResend(batchId, done(t(none ? "correct.saidCancelled" : "correct.saidSent")));
  const sentence =
    invalid > 0
      ? t("correct.invalid", { count: invalid })
      : none
        ? t("correct.none")
        : `${t("correct.willGo", { count: toSend })}${leftOut > 0 ? ` ${t("correct.stay", { count: leftOut })}` : ""}`;
  return (
    <>
      <Button variant="default" onClick={() => navigate("/queue")}>
        {t("common:back")}
      </Button>
      <div className={styles.sentence}>{sentence}</div>
      <Button
        size="md"
        disabled={invalid > 0}
        loading={send.busy}
        leftSection={none ? undefined : <IconSend size="1rem" aria-hidden />}
        onClick={send.press}
      >
        {none ? t("cancelAction") : t("correct.send", { count: toSend })}
      </Button>
      {send.question}
    </>
  );
}
