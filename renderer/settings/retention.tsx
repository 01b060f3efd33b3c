import { Button, Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../kit/confirm.tsx";
import { useFormat } from "../kit/use-format.ts";
import { useAction } from "../query/use-action.ts";

const LONGEST = 3650;

export interface RetentionProps {
  readonly days: number;
  readonly disabled: boolean;
}

/** How long sent rows are kept; asks before a shorter time deletes some of them. */
export function Retention({ days, disabled }: RetentionProps) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const [entered, setEntered] = useState<number | string>(days);
  const [asking, setAsking] = useState(false);
  const set = useAction("settings.set", { onSuccess: () => setAsking(false) });
  const wanted = Number(entered);
  const fits = entered !== "" && Number.isInteger(wanted) && wanted >= 1 && wanted <= LONGEST;
  const save = () => set.mutate({ retentionDays: wanted });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!fits || wanted === days) return;
        if (wanted < days) setAsking(true);
        else save();
      }}
    >
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={t("retention")}
          w="20rem"
          disabled={disabled}
          allowDecimal={false}
          min={1}
          max={LONGEST}
          value={entered}
          onChange={setEntered}
        />
        {wanted !== days && (
          <Button type="submit" disabled={!fits} loading={set.isPending && !asking}>
            {t("common:save")}
          </Button>
        )}
      </Group>
      <Confirm
        opened={asking}
        title={t("shorter.title")}
        action={t("shorter.action")}
        danger
        busy={set.isPending}
        onConfirm={save}
        onClose={() => {
          setAsking(false);
          setEntered(days);
        }}
      >
        {t("shorter.text", { count: wanted, days: format.number(wanted) })}
      </Confirm>
    </form>
  );
}
