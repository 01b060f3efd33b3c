import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../kit/messages/confirm.tsx";
import { useFormat } from "../kit/text/use-format.ts";
import { useAction } from "../query/use-action.ts";
import { SavedNumber } from "./saved-number.tsx";

const LONGEST = 3650;

export interface RetentionProps {
  readonly days: number;
  readonly disabled: boolean;
}

/** How long sent rows are kept; asks before a shorter time deletes some of them. */
export function Retention({ days, disabled }: RetentionProps) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const [shorter, setShorter] = useState<number | null>(null);
  const set = useAction("settings.set", { onSuccess: () => setShorter(null) });
  const [round, setRound] = useState(0);
  const save = (retentionDays: number) => set.mutate({ retentionDays });
  return (
    <>
      <SavedNumber
        key={round}
        label={t("retention")}
        value={days}
        max={LONGEST}
        disabled={disabled}
        busy={set.isPending && shorter === null}
        onSave={(wanted) => (wanted < days ? setShorter(wanted) : save(wanted))}
      />
      <Confirm
        opened={shorter !== null}
        title={t("shorter.title")}
        action={t("shorter.action")}
        danger
        busy={set.isPending}
        onConfirm={() => shorter !== null && save(shorter)}
        onClose={() => {
          setShorter(null);
          // Makes the field anew, so that it shows the number that is in force.
          setRound(round + 1);
        }}
      >
        {t("shorter.text", { count: shorter ?? days, days: format.number(shorter ?? days) })}
      </Confirm>
    </>
  );
}
