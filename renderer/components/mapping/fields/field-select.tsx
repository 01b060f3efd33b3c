import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type FieldName, isFieldName } from "../../../../preload/fields.ts";
import type { FieldChoice } from "./use-field-choices.ts";

export interface FieldSelectProps {
  readonly label: string;
  readonly value: FieldName | null;
  readonly choices: readonly FieldChoice[];
  /** Fields that other columns feed, named in the list. */
  readonly taken: ReadonlySet<FieldName>;
  readonly onChange: (field: FieldName | null) => void;
  /** Whether "not imported" is among the choices. */
  readonly clearable?: boolean;
  readonly error?: boolean;
}

const NOTHING = "-";

/** The platform's fields, grouped and searchable. */
export function FieldSelect(props: FieldSelectProps) {
  const { t } = useTranslation("import");
  const groups = props.choices.map(({ group, items }) => ({
    group: t(`columns.group.${group}`),
    items: items.map(({ value, label }) => ({
      value,
      label:
        props.taken.has(value) && value !== props.value
          ? t("columns.taken", { field: label })
          : label,
    })),
  }));
  const nothing = { value: NOTHING, label: t("columns.notImported") };
  return (
    <Select
      size="sm"
      searchable
      aria-label={props.label}
      data={props.clearable === true ? [nothing, ...groups] : groups}
      value={props.value ?? (props.clearable === true ? NOTHING : null)}
      placeholder={t("columns.chooseField")}
      nothingFoundMessage={t("columns.noField")}
      error={props.error === true}
      onChange={(value: string | null) => {
        if (value === NOTHING) props.onChange(null);
        else if (value !== null && isFieldName(value)) props.onChange(value);
      }}
    />
  );
}
