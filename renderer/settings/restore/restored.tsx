import { Button, Group, Stack } from "@mantine/core";
import { IconCircleCheck, IconClockPause, IconKey } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { RestoredBackup } from "../../../preload/types.ts";
import { Note } from "../../kit/messages/note.tsx";
import { Facts } from "../../kit/text/facts.tsx";
import { useFormat } from "../../kit/text/use-format.ts";

export interface RestoredProps {
  readonly restored: RestoredBackup;
  readonly takenAt: number | null;
  readonly onClose: () => void;
}

/** What has happened, where the data from before is, and what is left to do. */
export function Restored({ restored, takenAt, onClose }: RestoredProps) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const [, navigate] = useLocation();
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  const { keysToEnter, waiting, kept } = restored;
  const go = (screen: string) => {
    onClose();
    navigate(screen);
  };
  return (
    <Stack gap="md" ref={start} tabIndex={-1}>
      <Note tone="green" icon={<IconCircleCheck aria-hidden />} alert>
        {takenAt === null
          ? t("restore.doneUnknown")
          : t("restore.done", { time: format.exact(takenAt) })}
      </Note>
      {keysToEnter.length > 0 && (
        <Note tone="amber" icon={<IconKey aria-hidden />}>
          {t("restore.keysNow", { names: format.list(keysToEnter) })}
        </Note>
      )}
      {waiting > 0 && (
        <Note tone="amber" icon={<IconClockPause aria-hidden />}>
          {t("restore.waitsNow", { count: waiting })}
        </Note>
      )}
      {kept !== null && (
        <Facts
          facts={[{ name: t("restore.keptAs"), value: <span className="mono">{kept}</span> }]}
        />
      )}
      <Group justify="flex-end" gap="xs">
        {waiting > 0 && (
          <Button variant="default" onClick={() => go("/queue")}>
            {t("restore.toQueue")}
          </Button>
        )}
        {keysToEnter.length > 0 && (
          <Button variant="default" onClick={() => go("/connections")}>
            {t("restore.toConnections")}
          </Button>
        )}
        <Button onClick={onClose}>{t("common:close")}</Button>
      </Group>
    </Stack>
  );
}
