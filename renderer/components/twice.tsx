import { useTranslation } from "react-i18next";
import { Confirm } from "../kit/messages/confirm.tsx";
import { useFormat } from "../kit/text/use-format.ts";
import { useCall } from "../query/use-call.ts";

export interface TwiceProps {
  readonly batchId: number;
  readonly opened: boolean;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a batch that may have arrived goes again, with what would be added twice. */
export function Twice({ batchId, opened, busy, onConfirm, onClose }: TwiceProps) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  const amounts = useCall("batches.amounts", { batchId }, { enabled: opened }).data;
  return (
    <Confirm
      opened={opened}
      title={t("twice.title")}
      action={t("twice.action")}
      danger
      busy={busy}
      disabled={amounts === undefined}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {amounts !== undefined && amounts.rows > 0
        ? t("twice.amounts", { count: amounts.rows, sum: format.number(Number(amounts.sum)) })
        : t("twice.customers")}
    </Confirm>
  );
}
