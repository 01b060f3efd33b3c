import { Button, FileButton, Group, Select, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../kit/messages/announce.tsx";
import { Dialog } from "../../kit/messages/dialog.tsx";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useCall } from "../../query/use-call.ts";
import { useFileAction } from "../../query/use-file-action.ts";

/** Brings in a mapping that was exported, for a connection that the person names. */
export function ImportMapping() {
  const { t } = useTranslation("connections");
  const [opened, dialog] = useDisclosure(false);
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconUpload size="1rem" aria-hidden />}
        onClick={dialog.open}
      >
        {t("mappings.import")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("mappings.importTitle")}>
        <ImportForm onClose={dialog.close} />
      </Dialog>
    </div>
  );
}

function ImportForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("connections");
  const connections = useCall("connections.list", {}).data ?? [];
  const only = connections.length === 1 ? connections[0] : undefined;
  const [chosen, setChosen] = useState<number | null>(null);
  const connectionId = chosen ?? only?.id ?? null;
  const bring = useFileAction("mappings.import", (fileId) => ({ fileId, connectionId }), {
    onSuccess: ({ name }) => {
      announce(t("mappings.imported", { name }));
      onClose();
    },
    onError: () => undefined,
  });
  return (
    <Stack gap="md">
      <div>{t("mappings.importText")}</div>
      <Select
        label={t("mappings.importFor")}
        placeholder={t("mappings.importChoose")}
        data-autofocus
        data={connections.map((one) => ({ value: String(one.id), label: one.name }))}
        value={connectionId === null ? null : String(connectionId)}
        onChange={(value: string | null) => setChosen(value === null ? null : Number(value))}
      />
      {bring.error && <ErrorPanel error={bring.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("common:notNow")}
        </Button>
        <FileButton
          accept="application/json,.json"
          onChange={(file: File | null) => file !== null && bring.mutate(file)}
        >
          {(props) => (
            <Button {...props} loading={bring.isPending} disabled={connectionId === null}>
              {t("mappings.importFile")}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}
