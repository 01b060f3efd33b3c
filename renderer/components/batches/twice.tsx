import { useTranslation } from "react-i18next";
import type { AmountSum } from "../../../preload/types.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useFormat } from "../../kit/text/use-format.ts";

export interface TwiceProps {
  readonly opened: boolean;
  readonly busy: boolean;
  readonly amounts: AmountSum;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a batch that may have arrived goes again, with what would be added twice. */
export function Twice({ amounts, ...props }: TwiceProps) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  return (
    <Confirm title={t("twice.title")} action={t("twice.action")} danger {...props}>
      <p>
        {amounts.rows > 0
          ? t("twice.amounts", { count: amounts.rows, sum: format.number(Number(amounts.sum)) })
          : t("twice.customers")}
      </p>
      <p>{t("twice.look")}</p>
    </Confirm>
  );
}
