import { Button, Group } from "@mantine/core";
import { IconClockExclamation, IconInfoCircle, IconPlugConnectedX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Alert } from "../../preload/types.ts";
import { isReachable, onReachable } from "../host/reachable.ts";
import { Note } from "../kit/messages/note.tsx";
import { type Format, useFormat } from "../kit/text/use-format.ts";
import { useAction } from "../query/use-action.ts";
import { useCall } from "../query/use-call.ts";
import styles from "./page.module.css";

/** What the program has to tell or to ask by itself, above whatever page is open. */
export function Alerts() {
  const { t } = useTranslation();
  const format = useFormat();
  const alerts = useCall("app.alerts", {}).data ?? [];
  const answer = useAction("app.answerAlert");
  const reachable = useSyncExternalStore(onReachable, isReachable);
  if (alerts.length === 0 && reachable) return null;
  return (
    <div className={styles.alerts}>
      {!reachable && (
        <Note tone="red" icon={<IconPlugConnectedX aria-hidden />} alert>
          <div className={styles.alertText}>{t("alerts.unreachable")}</div>
        </Note>
      )}
      {alerts.map((alert) => {
        const asks = alert.code === "retention";
        const Icon = asks ? IconClockExclamation : IconInfoCircle;
        const say = (yes: boolean) => () => answer.mutate({ code: alert.code, yes });
        return (
          <Note key={alert.code} tone="amber" icon={<Icon aria-hidden />} alert>
            <Group justify="space-between" gap="xs">
              <div className={styles.alertText}>
                {t(`alerts.${alert.code}`, paramsOf(alert, format))}
              </div>
              <Group gap="xs">
                {asks && (
                  <Button size="xs" color="red" loading={answer.isPending} onClick={say(true)}>
                    {t("alerts.remove")}
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="default"
                  disabled={answer.isPending}
                  onClick={say(false)}
                >
                  {t(asks ? "notNow" : "close")}
                </Button>
              </Group>
            </Group>
          </Note>
        );
      })}
    </div>
  );
}

function paramsOf(alert: Alert, format: Format): Record<string, string | number> {
  switch (alert.code) {
    case "retention": {
      const { imports, oldest, newest, days } = alert;
      return { count: imports, days, from: format.date(oldest), to: format.date(newest) };
    }
    case "folder-open":
      return { path: alert.path };
    case "restore-interrupted":
      return {};
  }
}
