import { Progress } from "@mantine/core";
import { IconAlertCircle, IconClock, IconCloudOff, IconPlayerPause } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ImportDetail } from "../../../preload/types.ts";
import { announce } from "../../kit/announce.tsx";
import { BatchStrip } from "../../kit/batch-strip.tsx";
import { Note } from "../../kit/note.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useTexts } from "../../kit/use-texts.ts";
import { useCall } from "../../query/use-call.ts";
import { HeldConnection } from "../../queue/hold-list.tsx";
import { RejectedList } from "../../queue/rejected-list.tsx";
import { UncertainList } from "../../queue/uncertain-list.tsx";
import styles from "./send.module.css";
import { usePace } from "./use-pace.ts";

/** Progress overall and by batch, and why it stands still where it does. */
export function Sending({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const { counts } = detail;
  const answered = counts.rowsAccepted + counts.rowsRejected + counts.rowsUncertain;
  const pace = usePace(answered, counts.rows, isMoving(detail));
  const share = (rows: number) => (counts.rows === 0 ? 0 : (rows / counts.rows) * 100);
  const tenth = Math.floor(share(answered) / 10) * 10;
  useEffect(() => announce(t("send.spoken", { percent: tenth })), [tenth, t]);
  return (
    <div className={styles.panel}>
      <WhyStill detail={detail} />
      <div>
        <div className={styles.line}>
          <span className={styles.big}>
            {t("send.progress", {
              done: format.number(answered),
              total: format.number(counts.rows),
            })}
          </span>
          {pace.perSecond !== null && pace.secondsLeft !== null && (
            <span className={styles.quiet}>
              {t("send.pace", {
                rows: format.number(Math.max(1, Math.round(pace.perSecond))),
                left: format.duration(pace.secondsLeft),
              })}
            </span>
          )}
        </div>
        <Progress.Root size="lg" mt="xs" className={styles.bar ?? ""}>
          <Progress.Section
            value={share(counts.rowsAccepted)}
            className={styles.accepted ?? ""}
            aria-label={t("send.title.sending")}
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
      <BatchStrip batches={detail.batches} />
      <RejectedList batches={detail.batches} />
      <UncertainList batches={detail.batches} />
    </div>
  );
}

/** Whether a batch is on its way, or was a moment ago: between two of them none is. */
function isMoving({ hold, batches }: ImportDetail): boolean {
  return hold === null && !batches.some((batch) => batch.state === "waiting");
}

/** One sentence where nothing moves: held, offline, or waiting for the next try. */
function WhyStill({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const texts = useTexts();
  const { online = true, paused = false } = useCall("queue.summary", {}).data ?? {};
  const connection = useCall("connections.list", {}).data?.find(
    ({ id, hold }) => id === detail.connectionId && hold !== null,
  );
  const moving = detail.batches.some((batch) => batch.state === "sending");
  const waiting = detail.batches.find((batch) => batch.state === "waiting");
  if (detail.hold === "rejected") {
    return (
      <Note tone="red" icon={<IconAlertCircle aria-hidden />} alert>
        {t("send.heldRejected")}
      </Note>
    );
  }
  if (detail.hold === "paused") {
    return (
      <Note tone="amber" icon={<IconPlayerPause aria-hidden />}>
        {t("send.heldPaused")}
      </Note>
    );
  }
  if (connection !== undefined) return <HeldConnection connection={connection} />;
  if (paused) {
    return (
      <Note tone="amber" icon={<IconPlayerPause aria-hidden />}>
        {t("queue:lead.paused")}
      </Note>
    );
  }
  if (!online) {
    return (
      <Note tone="amber" icon={<IconCloudOff aria-hidden />}>
        {t("send.offline")}
      </Note>
    );
  }
  if (!moving && waiting?.nextTry != null) {
    return (
      <Note tone="blue" icon={<IconClock aria-hidden />}>
        {waiting.reason && texts.error(waiting.reason)}{" "}
        {t("send.nextTry", { time: format.clock(waiting.nextTry) })}
      </Note>
    );
  }
  return null;
}
