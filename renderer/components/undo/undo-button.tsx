import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { UndoDialog } from "./undo-dialog.tsx";

export function UndoButton({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
        onClick={dialog.open}
      >
        {t("undo.button")}
      </Button>
      <UndoDialog importId={importId} opened={opened} onClose={dialog.close} />
    </>
  );
}
