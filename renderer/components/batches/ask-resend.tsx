import { useTranslation } from "react-i18next";
import type { Resending } from "../../../preload/types.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useFormat } from "../../kit/text/use-format.ts";

export interface AskResendProps {
  readonly opened: boolean;
  readonly busy: boolean;
  readonly resending: Resending;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a batch goes again: what would be added twice, whose newer values would go. */
export function AskResend({ resending: { twice, newer }, ...props }: AskResendProps) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  return (
    <Confirm
      title={t(twice === null ? "twice.newerTitle" : "twice.title")}
      action={t("twice.action")}
      danger
      {...props}
    >
      {twice !== null && (
        <p>
          {twice.rows > 0
            ? t("twice.amounts", { count: twice.rows, sum: format.number(Number(twice.sum)) })
            : t("twice.customers")}
        </p>
      )}
      {newer > 0 && <p>{t("twice.newer", { count: newer })}</p>}
      {twice !== null && <p>{t("twice.look")}</p>}
    </Confirm>
  );
}
