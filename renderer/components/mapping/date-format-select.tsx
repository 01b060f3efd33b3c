import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { dateFormats } from "../../../preload/lists/date-formats.ts";
import type { DateFormat } from "../../../preload/types.ts";
import type { MappedList } from "./mapped-list.ts";

export interface DateFormatSelectProps {
  readonly value: DateFormat | undefined;
  readonly list: MappedList;
  /** undefined: how dates are written is found anew in the values of each list. */
  readonly onChange: (format: DateFormat | undefined) => void;
}

const BY_VALUES = "-";

/** How the dates of a column are written; what fits the first rows stands first. */
export function DateFormatSelect({ value, list, onChange }: DateFormatSelectProps) {
  const { t } = useTranslation("import");
  const labelled = (format: DateFormat) => ({ value: format, label: t(`columns.dates.${format}`) });
  const fitting = list.dateFormats.map(labelled);
  const others = dateFormats.filter((one) => !list.dateFormats.includes(one)).map(labelled);
  const formats =
    fitting.length === 0
      ? others
      : [
          { group: t("columns.datesFitting"), items: fitting },
          { group: t("columns.datesOther"), items: others },
        ];
  const byValues = { value: BY_VALUES, label: t("columns.datesByValues") };
  return (
    <Select
      size="sm"
      mt="xs"
      label={t("columns.dateFormat")}
      placeholder={t("columns.chooseDateFormat")}
      data={list.open ? formats : [byValues, ...others]}
      value={value ?? (list.open ? null : BY_VALUES)}
      onChange={(chosen: string | null) => {
        const format = dateFormats.find((one) => one === chosen);
        if (format !== undefined || chosen === BY_VALUES) onChange(format);
      }}
    />
  );
}
