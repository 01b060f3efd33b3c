import { Button } from "@mantine/core";
import { IconSend, IconTestPipe } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CheckState, Draft } from "../../../preload/types.ts";
import styles from "../../components/grid/review.module.css";
import { showError } from "../../kit/messages/show-error.tsx";
import { errorData } from "../../query/call.ts";
import { refresh } from "../../query/store-result.ts";
import { useSend } from "../use-send.tsx";
import { SendSentence, useSmallFooter } from "./send-sentence.tsx";
import { offersTrial, TRIAL_ROWS } from "./trial.ts";

export interface SendFooterProps {
  readonly draft: Draft;
  readonly done: Extract<CheckState, { readonly kind: "done" }>;
  readonly onGone: (why: unknown) => void;
}

/** Errors of a draft that puts earlier values back and is out of date: it was removed. */
const GONE: ReadonlySet<string> = new Set(["restore-moved", "restore-gone"]);

/** What will happen, in a sentence, and the button that makes it happen. */
export function SendFooter({ draft, done, onGone }: SendFooterProps) {
  const { t } = useTranslation("import");
  const small = useSmallFooter();
  const client = useQueryClient();
  const { toSend } = done.counts;
  const send = useSend(draft, toSend, {
    onError(error) {
      if (GONE.has(errorData(error).code)) onGone(error);
      else showError(error);
      // The list may have changed: the draft is read again, and the step that tells it opens.
      refresh(client, "drafts.get");
    },
  });
  const { trial } = draft;
  const tries = offersTrial(draft, toSend);
  return (
    <>
      {small ? <div className={styles.space} /> : <SendSentence draft={draft} done={done} />}
      <Button
        size="md"
        variant={tries ? "default" : "filled"}
        disabled={toSend === 0 || !trial.over}
        loading={send.busy}
        leftSection={<IconSend size="1rem" aria-hidden />}
        onClick={() => send.press(null)}
      >
        {t("review.send", { count: toSend })}
      </Button>
      {tries && (
        <Button
          size="md"
          loading={send.busy}
          leftSection={<IconTestPipe size="1rem" aria-hidden />}
          onClick={() => send.press(TRIAL_ROWS)}
        >
          {t("review.trial", { count: TRIAL_ROWS })}
        </Button>
      )}
      {send.question}
    </>
  );
}
