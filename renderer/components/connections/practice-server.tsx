import { Button, Group } from "@mantine/core";
import { IconServer } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Note } from "../../kit/messages/note.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

/** Whether the practice server runs; it starts by itself when it is needed. */
export function PracticeServer() {
  const { t } = useTranslation("connections");
  const status = useCall("practice.status", {}).data;
  const start = useAction("practice.start");
  if (status === undefined) return null;
  return (
    <Note tone="blue" icon={<IconServer aria-hidden />}>
      <Group justify="space-between" gap="xs">
        <span>
          {status.running && status.url !== null
            ? t("server.running", { url: status.url })
            : t("server.stopped")}
        </span>
        {!status.running && (
          <Button
            size="xs"
            variant="default"
            loading={start.isPending}
            onClick={() => start.mutate({})}
          >
            {t("server.start")}
          </Button>
        )}
      </Group>
    </Note>
  );
}
