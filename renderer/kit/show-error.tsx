import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "./error-panel.tsx";

/** Tells an error that has no place of its own on the page. */
export function useShowError(): (error: unknown) => void {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      notifications.show({
        color: "red",
        title: t("failed"),
        message: <ErrorPanel error={error} />,
        autoClose: 12_000,
        withCloseButton: true,
        closeButtonProps: { "aria-label": t("close") },
      });
    },
    [t],
  );
}
