import { Progress } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ImportDetail } from "../../../preload/types.ts";
import { RejectedList } from "../../components/batches/rejected-list.tsx";
import { UncertainList } from "../../components/batches/uncertain-list.tsx";
import { PaceWords } from "../../components/pace/pace-words.tsx";
import { usePace } from "../../components/pace/use-pace.ts";
import { announce } from "../../kit/messages/announce.tsx";
import { BatchStrip } from "../../kit/state/batch-strip.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import styles from "./send.module.css";
import type { Still } from "./still.ts";
import { WhyStill } from "./why-still.tsx";

/** Progress overall and by batch, and why it stands still where it does. */
export function Sending({
  detail,
  still,
}: {
  readonly detail: ImportDetail;
  readonly still: Still | null;
}) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const { counts } = detail;
  const answered = counts.rowsAccepted + counts.rowsRejected + counts.rowsUncertain;
  const perSecond = usePace(answered, still === null);
  const share = (rows: number) => (counts.rows === 0 ? 0 : (rows / counts.rows) * 100);
  const tenth = Math.floor(share(answered) / 10) * 10;
  useEffect(() => announce(t("send.spoken", { percent: tenth })), [tenth, t]);
  return (
    <div className={styles.panel}>
      {still !== null && <WhyStill still={still} />}
      <div>
        <div className={styles.line}>
          <span className={styles.big}>
            {t("send.progress", {
              done: format.number(answered),
              total: format.number(counts.rows),
            })}
          </span>
          <PaceWords perSecond={perSecond} left={counts.rows - answered} />
        </div>
        <Progress.Root size="lg" mt="xs" className={styles.bar ?? ""}>
          <Progress.Section
            value={share(counts.rowsAccepted)}
            className={styles.accepted ?? ""}
            aria-label={t("words:states.accepted")}
          />
          <Progress.Section
            value={share(counts.rowsRejected)}
            className={styles.rejected ?? ""}
            aria-label={t("words:states.rejected")}
          />
          <Progress.Section
            value={share(counts.rowsUncertain)}
            className={styles.uncertain ?? ""}
            aria-label={t("words:states.uncertain")}
          />
        </Progress.Root>
      </div>
      <BatchStrip of={detail} />
      <RejectedList batches={detail.batches} />
      <UncertainList batches={detail.batches} />
    </div>
  );
}
