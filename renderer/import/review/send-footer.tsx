import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSend } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CheckState, Draft } from "../../../preload/types.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useTexts } from "../../kit/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "./review.module.css";

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
  const go = () => {
    if (duplicates === "yes") ask.open();
    else send.mutate({ draftId: draft.id, confirmOverwrite: false });
  };
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
            {invalid > 0 && t("review.staysBehind", { count: invalid })}
          </>
        )}
      </div>
      <Button
        size="md"
        disabled={toSend === 0}
        loading={send.isPending}
        leftSection={<IconSend size="1rem" aria-hidden />}
        onClick={go}
      >
        {t("review.send", { count: toSend })}
      </Button>
      <Confirm
        opened={asking}
        title={t("review.emptyTitle")}
        action={t("review.emptyAction", { count: toSend })}
        danger
        busy={send.isPending}
        onConfirm={() => send.mutate({ draftId: draft.id, confirmOverwrite: true })}
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
