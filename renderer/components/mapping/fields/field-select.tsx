import { Select } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
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
export function FieldSelect({ value: own, choices, taken, clearable, ...props }: FieldSelectProps) {
  const { t } = useTranslation("import");
  // Dozens of fields for each of dozens of columns: made anew only where one of them changes.
  const data = useMemo(() => {
    const groups = choices.map(({ group, items }) => ({
      group: t(`columns.group.${group}`),
      items: items.map(({ value, label }) => ({
        value,
        label: taken.has(value) && value !== own ? t("columns.taken", { field: label }) : label,
      })),
    }));
    const nothing = { value: NOTHING, label: t("columns.notImported") };
    return clearable === true ? [nothing, ...groups] : groups;
  }, [t, choices, taken, own, clearable]);
  const labelOf = (chosen: string | null) =>
    data
      .flatMap((each) => ("items" in each ? each.items : [each]))
      .find((one) => one.value === chosen)?.label ?? "";
  const value = own ?? (clearable === true ? NOTHING : null);
  const box = useRef<HTMLInputElement>(null);
  // As the select will have it once it is there, which would draw it twice otherwise.
  const [search, setSearch] = useState(() => labelOf(value));
  // What is typed takes the place of what is chosen, and does not follow it.
  const mark = () => box.current?.select();
  useEffect(() => {
    if (value !== null && box.current === document.activeElement) box.current?.select();
  }, [value]);
  return (
    <Select
      size="sm"
      searchable
      aria-label={props.label}
      title={labelOf(value)}
      data={data}
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
