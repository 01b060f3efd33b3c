import { Group, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportState } from "../../preload/types.ts";
import { useCall } from "../query/use-call.ts";
import type { HistoryFilter } from "./history-filter.ts";
import { PeriodFields } from "./period-fields.tsx";

const STATES: readonly ImportState[] = [
  "queued",
  "sending",
  "accepted",
  "partly-accepted",
  "rejected",
  "uncertain",
  "cancelled",
];

export interface HistoryFiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (part: Partial<HistoryFilter>) => void;
  /** What can be done with what is found. */
  readonly children?: ReactNode;
}

/** What is looked for in the history. */
export function HistoryFilters({ filter, onChange, children }: HistoryFiltersProps) {
  const { t } = useTranslation("history");
  const connections = useCall("connections.list", {}).data ?? [];
  return (
    <Group gap="xs" role="search">
      <TextInput
        flex={1}
        miw="12rem"
        size="sm"
        type="search"
        aria-label={t("search")}
        placeholder={t("searchHint")}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        value={filter.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <Select
        size="sm"
        w="10rem"
        clearable
        aria-label={t("state")}
        placeholder={t("anyState")}
        data={STATES.map((value) => ({ value, label: t(`words:states.${value}`) }))}
        value={filter.state}
        onChange={(value: string | null) =>
          onChange({ state: STATES.find((one) => one === value) ?? null })
        }
      />
      <Select
        size="sm"
        w="11rem"
        clearable
        aria-label={t("connection")}
        placeholder={t("anyConnection")}
        data={connections.map((one) => ({ value: String(one.id), label: one.name }))}
        value={filter.connectionId === null ? null : String(filter.connectionId)}
        onChange={(value: string | null) =>
          onChange({ connectionId: value === null ? null : Number(value) })
        }
      />
      <PeriodFields period={filter.period} onChange={(period) => onChange({ period })} />
      {children}
    </Group>
  );
}
