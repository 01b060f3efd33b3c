import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDatabaseImport } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../kit/messages/dialog.tsx";
import { RestoreSteps } from "./restore-steps.tsx";

/** Puts a backup in the place of everything: chosen, checked, confirmed. */
export function Restore() {
  const { t } = useTranslation("settings");
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDatabaseImport size="1rem" aria-hidden />}
        onClick={dialog.open}
      >
        {t("restore.button")}
      </Button>
      <RestoreDialog opened={opened} onClose={dialog.close} kept={null} />
    </>
  );
}

export interface RestoreDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Data that an earlier restore has put aside; null: a file to be chosen. */
  readonly kept: string | null;
}

export function RestoreDialog({ opened, onClose, kept }: RestoreDialogProps) {
  const { t } = useTranslation("settings");
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(kept === null ? "restore.title" : "restore.backTitle")}
    >
      <RestoreSteps kept={kept} onClose={onClose} />
    </Dialog>
  );
}
