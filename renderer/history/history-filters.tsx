import { Group, Select } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { importStates } from "../../preload/import-states.ts";
import { ConnectionFilter } from "./connection-filter.tsx";
import type { HistoryFilter } from "./history-filter.ts";
import { PeriodFields } from "./period-fields.tsx";
import { SearchField } from "./search-field.tsx";

export interface HistoryFiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (part: Partial<HistoryFilter>) => void;
  /** Buttons for what can be done with the imports that were found. */
  readonly children?: ReactNode;
}

/** What is looked for in the history. */
export function HistoryFilters({ filter, onChange, children }: HistoryFiltersProps) {
  const { t } = useTranslation("history");
  return (
    <Group gap="xs" role="search">
      <SearchField
        label={t("search")}
        hint={t("searchHint")}
        icon={<IconSearch size="1rem" aria-hidden />}
        value={filter.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        size="sm"
        w="12rem"
        clearable
        aria-label={t("state")}
        placeholder={t("anyState")}
        data={importStates.map((value) => ({ value, label: t(`words:states.${value}`) }))}
        value={filter.state}
        onChange={(value: string | null) =>
          onChange({ state: importStates.find((one) => one === value) ?? null })
        }
      />
      <ConnectionFilter
        value={filter.connectionId}
        onChange={(connectionId) => onChange({ connectionId })}
      />
      <PeriodFields period={filter.period} onChange={(period) => onChange({ period })} />
      {children}
    </Group>
  );
}
