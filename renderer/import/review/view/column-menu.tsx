import { Menu } from "@mantine/core";
import {
  IconFilter,
  IconFilterOff,
  IconListNumbers,
  IconSortAscending,
  IconSortDescending,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../../preload/fields.ts";
import type { ChosenView } from "./use-view.ts";

export interface ColumnMenuProps {
  readonly field: FieldName;
  /** The column's name, which its head may have no room for. */
  readonly name: string;
  readonly chosen: ChosenView;
  /** What the active cell of the column holds. */
  readonly value: string | null;
  readonly onChooseValues: () => void;
}

/** A longer value is cut where it is offered. */
const SHOWN = 40;

/** Orders the rows by a column, or shows only those with some of its values. */
export function ColumnMenu({ field, name, chosen, value, onChooseValues }: ColumnMenuProps) {
  const { t } = useTranslation("import");
  const { sort, values = [] } = chosen.view;
  const isSorted = sort?.field === field;
  const isFiltered = values.some((each) => each.field === field);
  const size = "1rem";
  return (
    <>
      <Menu.Label>{name}</Menu.Label>
      <Menu.Item
        leftSection={<IconSortAscending size={size} aria-hidden />}
        onClick={() => chosen.sort(field, false)}
      >
        {t("review.column.ascending")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconSortDescending size={size} aria-hidden />}
        onClick={() => chosen.sort(field, true)}
      >
        {t("review.column.descending")}
      </Menu.Item>
      {isSorted && (
        <Menu.Item
          leftSection={<IconListNumbers size={size} aria-hidden />}
          onClick={() => chosen.sort(field, null)}
        >
          {t("review.column.listOrder")}
        </Menu.Item>
      )}
      <Menu.Divider />
      {value !== null && (
        <Menu.Item
          leftSection={<IconFilter size={size} aria-hidden />}
          onClick={() => chosen.chooseValues(field, [value])}
        >
          {value === ""
            ? t("review.column.onlyEmpty")
            : t("review.column.only", {
                value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value,
              })}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconFilter size={size} aria-hidden />} onClick={onChooseValues}>
        {t("review.column.choose")}
      </Menu.Item>
      {isFiltered && (
        <Menu.Item
          leftSection={<IconFilterOff size={size} aria-hidden />}
          onClick={() => chosen.chooseValues(field, null)}
        >
          {t("review.column.all")}
        </Menu.Item>
      )}
    </>
  );
}
