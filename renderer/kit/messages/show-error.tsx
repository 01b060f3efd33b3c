import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "./error-panel.tsx";

/** Tells an error that has no place of its own on the page. */
export function useShowError(
  /** In milliseconds; false where nobody may have been looking. */
  autoClose: number | false = 12_000,
): (error: unknown) => void {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      notifications.show({
        color: "red",
        title: t("failed"),
        message: <ErrorPanel error={error} />,
        autoClose,
        withCloseButton: true,
        closeButtonProps: { "aria-label": t("close") },
      });
    },
    [t, autoClose],
  );
}
