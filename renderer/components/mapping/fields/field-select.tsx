import { Select } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
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
  const box = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState("");
  const value = props.value ?? (props.clearable === true ? NOTHING : null);
  // What is typed takes the place of what is chosen, and does not follow it.
  const mark = () => box.current?.select();
  useEffect(() => {
    if (value !== null && box.current === document.activeElement) box.current?.select();
  }, [value]);
  const nothing = { value: NOTHING, label: t("columns.notImported") };
  const labelOf = (chosen: string | null) =>
    [nothing, ...groups.flatMap(({ items }) => items)].find((one) => one.value === chosen)?.label ??
    "";
  return (
    <Select
      size="sm"
      searchable
      aria-label={props.label}
      title={labelOf(value)}
      data={props.clearable === true ? [nothing, ...groups] : groups}
      ref={box}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      onFocus={mark}
      onClick={mark}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        setSearch(labelOf(value));
        requestAnimationFrame(mark);
      }}
      placeholder={t("columns.chooseField")}
      nothingFoundMessage={t("columns.noField")}
      error={props.error === true}
      onChange={(chosen: string | null) => {
        if (chosen === NOTHING) props.onChange(null);
        else if (chosen !== null && isFieldName(chosen)) props.onChange(chosen);
      }}
    />
  );
}
