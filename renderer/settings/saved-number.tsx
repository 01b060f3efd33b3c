import { Button, Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface SavedNumberProps {
  readonly label: string;
  /** What is kept now. Read once: to show another value, give the component another React `key`. */
  readonly value: number;
  readonly max: number;
  readonly disabled: boolean;
  readonly busy: boolean;
  readonly onSave: (value: number) => void;
}

/** A whole number from 1 on that counts once it is saved. */
export function SavedNumber({ label, value, max, disabled, busy, onSave }: SavedNumberProps) {
  const { t } = useTranslation();
  const [entered, setEntered] = useState<number | string>(value);
  const wanted = Number(entered);
  const fits = entered !== "" && Number.isInteger(wanted) && wanted >= 1 && wanted <= max;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fits && wanted !== value) onSave(wanted);
      }}
    >
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={label}
          w="20rem"
          disabled={disabled}
          {...(disabled ? { description: t("byAdministrator") } : {})}
          allowDecimal={false}
          min={1}
          max={max}
          value={entered}
          onChange={setEntered}
        />
        {wanted !== value && (
          <Button type="submit" disabled={!fits} loading={busy}>
            {t("save")}
          </Button>
        )}
      </Group>
    </form>
  );
}
