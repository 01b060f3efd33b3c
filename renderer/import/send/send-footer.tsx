import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileImport, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ImportDetail } from "../../../preload/types.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useAction } from "../../query/use-action.ts";
import styles from "./send.module.css";
import { TrialFooter } from "./trial-footer.tsx";

/** While it sends: pause, or cancel the rest. Afterwards: the next list. */
export function SendFooter({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("import");
  const [, navigate] = useLocation();
  const [asking, ask] = useDisclosure(false);
  const pause = useAction("queue.pause");
  const resume = useAction("queue.resume");
  const cancel = useAction("queue.cancelImport", { onSuccess: ask.close });
  const importId = detail.id;
  if (detail.trialOf !== null && detail.counts.open === 0) {
    return <TrialFooter draftId={detail.trialOf} />;
  }
  if (detail.counts.open === 0) {
    return (
      <>
        <span className={styles.spacer} />
        <Button
          size="md"
          leftSection={<IconFileImport size="1rem" aria-hidden />}
          onClick={() => navigate("/import")}
        >
          {t("send.another")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        {t("send.cancelRest")}
      </Button>
      <span className={styles.spacer} />
      {detail.hold === null ? (
        <Button
          variant="default"
          size="md"
          leftSection={<IconPlayerPause size="1rem" aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate({ importId })}
        >
          {t("send.pause")}
        </Button>
      ) : (
        <Button
          size="md"
          leftSection={<IconPlayerPlay size="1rem" aria-hidden />}
          loading={resume.isPending}
          onClick={() => resume.mutate({ importId })}
        >
          {t("send.resume")}
        </Button>
      )}
      <Confirm
        opened={asking}
        title={t("send.cancelTitle")}
        action={t("send.cancelRest")}
        danger
        busy={cancel.isPending}
        onConfirm={() => cancel.mutate({ importId })}
        onClose={ask.close}
      >
        {t("send.cancelText")}
      </Confirm>
    </>
  );
}
