import { Button, Group, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptData } from "../../../preload/types.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import { RestoreDialog } from "./restore.tsx";

/** Data that restores have put aside: to be put back, or deleted when it is not needed any more. */
export function KeptList() {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const kept = useCall("backup.kept", {}).data ?? [];
  const [returning, setReturning] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<KeptData | null>(null);
  const remove = useAction("backup.removeKept", { onSuccess: () => setDeleting(null) });
  const time = (one: KeptData) => format.exact(one.at);
  return (
    <>
      {kept.length > 0 && (
        <Stack gap="xs">
          <Title order={3}>{t("kept.title")}</Title>
          <Table
            label={t("kept.title")}
            items={kept}
            keyOf={(one) => one.name}
            columns={[
              { key: "at", head: t("kept.at"), names: true, cell: time },
              {
                key: "size",
                head: t("restore.size"),
                number: true,
                cell: (one) => format.bytes(one.bytes),
              },
              {
                key: t("kept.actions"),
                head: "",
                cell: (one) => (
                  <Group gap="xs" justify="flex-end">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t("kept.backOf", { time: time(one) })}
                      onClick={() => setReturning(one.name)}
                    >
                      {t("kept.back")}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t("kept.deleteOf", { time: time(one) })}
                      onClick={() => setDeleting(one)}
                    >
                      {t("kept.delete")}
                    </Button>
                  </Group>
                ),
              },
            ]}
          />
        </Stack>
      )}
      <RestoreDialog
        opened={returning !== null}
        kept={returning}
        onClose={() => setReturning(null)}
      />
      <Confirm
        opened={deleting !== null}
        title={t("kept.deleteTitle")}
        action={t("kept.deleteAction")}
        danger
        busy={remove.isPending}
        onConfirm={() => deleting !== null && remove.mutate({ kept: deleting.name })}
        onClose={() => setDeleting(null)}
      >
        {t("kept.deleteText", { time: deleting === null ? "" : time(deleting) })}
      </Confirm>
    </>
  );
}
