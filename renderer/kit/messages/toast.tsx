import { VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Toast {
  readonly message: ReactNode;
  readonly title?: ReactNode;
  readonly color?: "red";
  /** In milliseconds; false where it stays until it is closed. */
  readonly autoClose?: number | false;
}

/** Tells what has no place of its own on the page. */
export function showToast(toast: Toast): void {
  const close = (
    <VisuallyHidden>
      <Said say={(t) => t("close")} />
    </VisuallyHidden>
  );
  notifications.show({ ...toast, closeButtonProps: { children: close } });
}

/** A text in the window's language of the moment: a toast stays while a person chooses another. */
export function Said({ say }: { readonly say: (t: TFunction) => string }) {
  const { t } = useTranslation();
  return say(t);
}
