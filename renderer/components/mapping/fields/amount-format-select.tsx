import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AmountFormat } from "../../../../preload/types.ts";

const FORMATS: readonly AmountFormat[] = ["comma", "point"];

/** How the amounts of a column are written, where its own values do not show it. */
export function AmountFormatSelect({
  value,
  onChange,
}: {
  readonly value: AmountFormat | undefined;
  readonly onChange: (format: AmountFormat) => void;
}) {
  const { t } = useTranslation("import");
  return (
    <Select
      size="sm"
      mt="xs"
      label={t("columns.amountFormat")}
      placeholder={t("columns.chooseAmountFormat")}
      data={FORMATS.map((format) => ({ value: format, label: t(`columns.amounts.${format}`) }))}
      value={value ?? null}
      onChange={(chosen: string | null) => {
        const format = FORMATS.find((one) => one === chosen);
        if (format !== undefined) onChange(format);
      }}
    />
  );
}
