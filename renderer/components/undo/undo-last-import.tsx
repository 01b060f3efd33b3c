import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAction } from "../../query/use-action.ts";
import { UndoDialog } from "./undo-dialog.tsx";

export interface UndoLastImportProps {
  readonly importId: number;
  readonly onClose: () => void;
}

/** Where the last change to undo is an import: its plan, and a way to leave the import as it is. */
export function UndoLastImport({ importId, onClose }: UndoLastImportProps) {
  const { t } = useTranslation("history");
  const keep = useAction("undo.keepImport", { onSuccess: onClose });
  return (
    <UndoDialog importId={importId} opened onClose={onClose}>
      <Group mt="md" justify="flex-end">
        <Button variant="subtle" loading={keep.isPending} onClick={() => keep.mutate({ importId })}>
          {t("undo.keepImport")}
        </Button>
      </Group>
    </UndoDialog>
  );
}
