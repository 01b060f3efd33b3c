import { Group, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { dayOf, dayStart, PERIODS, type Period } from "./history-filter.ts";

const BETWEEN = "between";

export interface PeriodFieldsProps {
  readonly period: Period | null;
  readonly onChange: (period: Period | null) => void;
}

/** When an import was begun: some time back from today, or between two days. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation("history");
  const choose = (value: string | null) => {
    const name = PERIODS.find((one) => one === value);
    if (name !== undefined) onChange({ kind: "last", name });
    else if (value === BETWEEN) onChange({ kind: "between", from: null, until: null });
    else onChange(null);
  };
  return (
    <>
      <Select
        size="sm"
        w="12rem"
        clearable
        aria-label={t("period")}
        placeholder={t("anyTime")}
        data={[...PERIODS, BETWEEN].map((value) => ({ value, label: t(`periods.${value}`) }))}
        value={period === null ? null : period.kind === "last" ? period.name : BETWEEN}
        onChange={choose}
      />
      {period?.kind === "between" && (
        <Group gap="xs" wrap="nowrap">
          <TextInput
            type="date"
            size="sm"
            aria-label={t("from")}
            value={period.from === null ? "" : dayOf(period.from)}
            onChange={(event) => onChange({ ...period, from: dayStart(event.currentTarget.value) })}
          />
          <TextInput
            type="date"
            size="sm"
            aria-label={t("until")}
            value={period.until === null ? "" : dayOf(period.until - 1)}
            onChange={(event) =>
              onChange({ ...period, until: dayStart(event.currentTarget.value, 1) })
            }
          />
        </Group>
      )}
    </>
  );
}
