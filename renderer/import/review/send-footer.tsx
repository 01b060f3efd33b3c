import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSend, IconTestPipe } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CheckState, Draft } from "../../../preload/types.ts";
import styles from "../../components/grid/review.module.css";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useShowError } from "../../kit/messages/show-error.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { errorData } from "../../query/call.ts";
import { refresh } from "../../query/store-result.ts";
import { useAction } from "../../query/use-action.ts";
import { SendSentence, useSmallFooter } from "./send-sentence.tsx";
import { offersTrial, TRIAL_ROWS } from "./trial.ts";

export interface SendFooterProps {
  readonly draft: Draft;
  readonly done: Extract<CheckState, { readonly kind: "done" }>;
  readonly onGone: (why: unknown) => void;
}

/** Earlier values that are not to be put back like that any more: their draft has gone. */
const GONE: ReadonlySet<string> = new Set(["restore-moved", "restore-gone"]);

/** What will happen, in a sentence, and the button that makes it happen. */
export function SendFooter({ draft, done, onGone }: SendFooterProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const texts = useTexts();
  const [, navigate] = useLocation();
  const [asking, ask] = useDisclosure(false);
  const small = useSmallFooter();
  const { duplicates } = draft.options;
  const client = useQueryClient();
  const showError = useShowError();
  const send = useAction("drafts.send", {
    onSuccess: ({ importId }) => navigate(`/import/sent/${importId}`),
    onError(error) {
      if (GONE.has(errorData(error).code)) onGone(error);
      else showError(error);
      // Something has changed under it, the list itself perhaps: the step that says so opens.
      refresh(client, "drafts.get");
    },
  });
  const { toSend } = done.counts;
  const again = done.notices.find(({ code }) => code === "amounts-again");
  const [trialRows, setTrialRows] = useState<number | null>(null);
  const post = (confirmOverwrite: boolean, rows: number | null) =>
    send.mutate({
      draftId: draft.id,
      confirmOverwrite,
      ...(rows === null ? {} : { trialRows: rows }),
    });
  const go = (rows: number | null) => {
    setTrialRows(rows);
    if (duplicates === "yes" || again !== undefined) ask.open();
    else post(false, rows);
  };
  const { trial } = draft;
  const empties = duplicates === "yes";
  const tries = offersTrial(draft, toSend);
  return (
    <>
      {small ? <div className={styles.space} /> : <SendSentence draft={draft} done={done} />}
      <Button
        size="md"
        variant={tries ? "default" : "filled"}
        disabled={toSend === 0 || !trial.over}
        loading={send.isPending}
        leftSection={<IconSend size="1rem" aria-hidden />}
        onClick={() => go(null)}
      >
        {t("review.send", { count: toSend })}
      </Button>
      {tries && (
        <Button
          size="md"
          loading={send.isPending}
          leftSection={<IconTestPipe size="1rem" aria-hidden />}
          onClick={() => go(TRIAL_ROWS)}
        >
          {t("review.trial", { count: TRIAL_ROWS })}
        </Button>
      )}
      <Confirm
        opened={asking}
        title={t(empties ? "review.emptyTitle" : "review.againTitle")}
        action={
          empties
            ? t("review.emptyAction", { count: trialRows ?? toSend })
            : t("review.againAction")
        }
        danger
        busy={send.isPending}
        onConfirm={() => post(empties, trialRows)}
        onClose={ask.close}
      >
        {again !== undefined && (
          <p>
            {texts.problem(again)} {t("review.againEnd")}
          </p>
        )}
        {empties && (
          <>
            {t("review.emptyText", { number: format.number(draft.emptied.length) })}
            <ul className={styles.fields}>
              {draft.emptied.map((field) => (
                <li key={field}>{texts.field(field)}</li>
              ))}
            </ul>
            {t("review.emptyEnd")}
          </>
        )}
      </Confirm>
    </>
  );
}
