import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSend, IconTestPipe } from "@tabler/icons-react";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CheckState, Draft } from "../../../preload/types.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useTexts } from "../../kit/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "./review.module.css";
import { TrialWords } from "./trial-words.tsx";

/** Rows of a trial. */
const TRIAL_ROWS = 10;

export interface SendFooterProps {
  readonly draft: Draft;
  readonly done: Extract<CheckState, { readonly kind: "done" }>;
}

/** What will happen, in a sentence, and the button that makes it happen. */
export function SendFooter({ draft, done }: SendFooterProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const texts = useTexts();
  const [, navigate] = useLocation();
  const [asking, ask] = useDisclosure(false);
  const connections = useCall("connections.list", {}).data ?? [];
  const { duplicates, connectionId } = draft.options;
  const name = connections.find((one) => one.id === connectionId)?.name ?? "";
  const send = useAction("drafts.send", {
    onSuccess: ({ importId }) => navigate(`/import/sent/${importId}`),
  });
  const { toSend, invalid } = done.counts;
  const [trialRows, setTrialRows] = useState<number | null>(null);
  const post = (confirmOverwrite: boolean, rows: number | null) =>
    send.mutate({
      draftId: draft.id,
      confirmOverwrite,
      ...(rows === null ? {} : { trialRows: rows }),
    });
  const go = (rows: number | null) => {
    setTrialRows(rows);
    if (duplicates === "yes") ask.open();
    else post(false, rows);
  };
  const { trial } = draft;
  const tries = trial.suggested && toSend > TRIAL_ROWS;
  return (
    <>
      <div className={styles.sentence}>
        {toSend === 0 ? (
          t("review.nothing")
        ) : (
          <>
            <Trans
              t={t}
              i18nKey="review.sentence"
              count={toSend}
              values={{
                customers: t("common:customers", { count: toSend }),
                batches: t("common:batches", { count: done.batches }),
                name,
              }}
              components={{ b: <strong /> }}
            />{" "}
            {t(`review.existing.${duplicates}`)}{" "}
            {invalid > 0 && t("review.staysBehind", { count: invalid })}{" "}
            <TrialWords trial={trial} tries={tries} />
          </>
        )}
      </div>
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
        title={t("review.emptyTitle")}
        action={t("review.emptyAction", { count: trialRows ?? toSend })}
        danger
        busy={send.isPending}
        onConfirm={() => post(true, trialRows)}
        onClose={ask.close}
      >
        {t("review.emptyText", { number: format.number(draft.emptied.length) })}
        <ul className={styles.fields}>
          {draft.emptied.map((field) => (
            <li key={field}>{texts.field(field)}</li>
          ))}
        </ul>
        {t("review.emptyEnd")}
      </Confirm>
    </>
  );
}
