import { Button, FileButton, Group, Loader, Stack } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useAction } from "../../query/use-action.ts";
import { useFileAction } from "../../query/use-file-action.ts";
import { RestoreQuestion } from "./restore-question.tsx";
import { Restored } from "./restored.tsx";

export interface RestoreStepsProps {
  readonly kept: string | null;
  readonly onClose: () => void;
}

const stayHere = { onError: () => undefined };

/** One dialog, three states: which backup, what it would replace, what has happened. */
export function RestoreSteps({ kept, onClose }: RestoreStepsProps) {
  const { t } = useTranslation("settings");
  const chosen = useFileAction("backup.check", (fileId) => ({ fileId }), stayHere);
  const putAside = useAction("backup.check", stayHere);
  const restore = useAction("backup.restore", stayHere);
  const check = kept === null ? chosen : putAside;
  const { mutate } = putAside;
  useEffect(() => {
    if (kept !== null) mutate({ kept });
  }, [kept, mutate]);

  if (restore.data !== undefined && check.data !== undefined) {
    return <Restored restored={restore.data} takenAt={check.data.takenAt} onClose={onClose} />;
  }
  if (check.isPending) {
    return (
      <Group gap="sm" role="status" py="lg">
        <Loader size="sm" aria-hidden />
        {t("restore.checking")}
      </Group>
    );
  }
  const other = kept === null && (
    <FileButton onChange={(file: File | null) => file !== null && chosen.mutate(file)}>
      {(props) => (
        <Button {...props} variant={check.data === undefined ? "filled" : "default"} data-autofocus>
          {t(check.isIdle ? "restore.choose" : "restore.chooseOther")}
        </Button>
      )}
    </FileButton>
  );
  if (check.data === undefined) {
    return (
      <Stack gap="md">
        <div>{t("restore.text")}</div>
        {check.error && <ErrorPanel error={check.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:notNow")}
          </Button>
          {other}
        </Group>
      </Stack>
    );
  }
  return (
    <RestoreQuestion
      checked={check.data}
      other={other}
      busy={restore.isPending}
      error={restore.error}
      onRestore={(passphrase) => restore.mutate({ passphrase })}
      onClose={onClose}
    />
  );
}
