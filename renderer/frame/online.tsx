import { IconCloud, IconCloudOff, IconPlayerPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../kit/badge.tsx";
import { useCall } from "../query/use-call.ts";

/** Whether the platform can be reached, and whether the queue is at work. */
export function Online() {
  const { t } = useTranslation();
  const summary = useCall("queue.summary", {}).data;
  if (summary === undefined) return null;
  if (!summary.online) {
    return (
      <Badge tone="amber" icon={<IconCloudOff aria-hidden />}>
        {t("offline")}
      </Badge>
    );
  }
  if (summary.paused) {
    return (
      <Badge tone="amber" icon={<IconPlayerPause aria-hidden />}>
        {t("paused")}
      </Badge>
    );
  }
  return (
    <Badge tone="neutral" bare icon={<IconCloud aria-hidden />}>
      {t("online")}
    </Badge>
  );
}
