import { IconCloud, IconCloudOff, IconPlayerPause } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isReachable, onReachable } from "../host/reachable.ts";
import { Badge } from "../kit/state/badge.tsx";
import { useCall } from "../query/use-call.ts";
import { useOnline } from "../query/use-online.ts";

/** Whether the platform can be reached, and whether the queue is at work. */
export function Online() {
  const { t } = useTranslation();
  const summary = useCall("queue.summary", {}).data;
  const online = useOnline();
  const reachable = useSyncExternalStore(onReachable, isReachable);
  if (summary === undefined || !reachable) return null;
  if (!online) {
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
