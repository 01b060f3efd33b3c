import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { SavedFile } from "../../preload/types.ts";

/** Hands a finished file to the person: the browser downloads it, Electron has saved it already. */
export function useSave(): (file: SavedFile) => void {
  const { t } = useTranslation();
  return useCallback(
    (file) => {
      if (file.downloadPath !== null) {
        const link = document.createElement("a");
        link.href = file.downloadPath;
        link.download = file.fileName;
        link.click();
      }
      if (file.saved || file.downloadPath !== null) {
        notifications.show({
          message: t("saved", { name: file.fileName }),
          closeButtonProps: { "aria-label": t("close") },
        });
      }
    },
    [t],
  );
}
