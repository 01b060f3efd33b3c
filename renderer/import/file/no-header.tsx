import { Checkbox } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

export interface NoHeaderProps {
  /** Whether the list is read without headers now. */
  readonly bare: boolean;
  readonly onChange: (bare: boolean) => void;
}

/** Whether the list's first row is a customer already. Ticked at once, however long reading takes. */
export function NoHeader({ bare, onChange }: NoHeaderProps) {
  const { t } = useTranslation("import");
  const [ticked, setTicked] = useState(bare);
  useEffect(() => setTicked(bare), [bare]);
  return (
    <Checkbox
      label={t("file.noHeader")}
      description={t("file.noHeaderHelp")}
      checked={ticked}
      onChange={(event) => {
        setTicked(event.currentTarget.checked);
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
