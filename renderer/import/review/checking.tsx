import { Button, Progress } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CheckState } from "../../../preload/types.ts";
import styles from "../../components/grid/review.module.css";
import { announce } from "../../kit/messages/announce.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useSteps } from "../use-steps.ts";

export interface CheckingProps {
  readonly draftId: number;
  readonly state: CheckState;
}

/** The list is being read and checked. */
export function Checking({ draftId, state }: CheckingProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const steps = useSteps(draftId);
  const cancel = useAction("drafts.cancelCheck", { onSuccess: () => steps.go("options") });
  const read = state.kind === "running" ? state.rowsRead : 0;
  const total = state.kind === "running" ? state.rowsTotal : null;
  const percent = total === null || total === 0 ? 100 : Math.min(100, (read / total) * 100);
  const tenth = Math.floor(percent / 10) * 10;
  useEffect(() => {
    if (total !== null) announce(t("review.checkingSpoken", { percent: tenth }));
  }, [tenth, total, t]);
  return (
    <div className={styles.checking}>
      <Progress
        value={percent}
        animated={total === null}
        size="lg"
        aria-label={t("review.checkingTitle")}
      />
      <div className="figures">
        {total === null
          ? t("review.checked", { read: format.number(read) })
          : t("review.checkedOf", { read: format.number(read), total: format.number(total) })}
      </div>
      <div>
        <Button
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ draftId })}
        >
          {t("review.stopChecking")}
        </Button>
      </div>
    </div>
  );
}
