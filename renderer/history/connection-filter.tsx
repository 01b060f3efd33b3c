import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCall } from "../query/use-call.ts";

export interface ConnectionFilterProps {
  /** null: any. */
  readonly value: number | null;
  readonly onChange: (connectionId: number | null) => void;
}

/** Looks only at what went to one connection. */
export function ConnectionFilter({ value, onChange }: ConnectionFilterProps) {
  const { t } = useTranslation("history");
  const connections = useCall("connections.list", {}).data ?? [];
  return (
    <Select
      size="sm"
      w="12rem"
      clearable
      aria-label={t("connection")}
      placeholder={t("anyConnection")}
      data={connections.map((one) => ({ value: String(one.id), label: one.name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen: string | null) => onChange(chosen === null ? null : Number(chosen))}
    />
  );
}
