import { IconAlertCircle, IconClock, IconCloudOff, IconPlayerPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { HeldConnection } from "../../components/batches/hold-list.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import type { Still } from "./still.ts";

/** One sentence where nothing moves: held, offline, or waiting for the next try. */
export function WhyStill({ still }: { readonly still: Still }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const texts = useTexts();
  switch (still.kind) {
    case "rejected":
      return (
        <Note tone="red" icon={<IconAlertCircle aria-hidden />} alert>
          {t("send.heldRejected")}
        </Note>
      );
    case "paused":
      return (
        <Note tone="amber" icon={<IconPlayerPause aria-hidden />}>
          {t("send.heldPaused")}
        </Note>
      );
    case "all-paused":
      return (
        <Note tone="amber" icon={<IconPlayerPause aria-hidden />}>
          {t("queue:lead.paused")}
        </Note>
      );
    case "connection":
      return <HeldConnection connection={still.connection} />;
    case "offline":
      return (
        <Note tone="amber" icon={<IconCloudOff aria-hidden />}>
          {t("send.offline")}
        </Note>
      );
    case "waiting":
      return (
        <Note tone="blue" icon={<IconClock aria-hidden />}>
          {still.batch.reason && texts.error(still.batch.reason)}{" "}
          {t("send.nextTry", { time: format.clock(still.nextTry) })}
        </Note>
      );
  }
}
