import { Menu, UnstyledButton } from "@mantine/core";
import {
  IconChevronDown,
  IconFilter,
  IconSortAscending,
  IconSortDescending,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import styles from "./grid.module.css";
import type { GridWords } from "./use-grid-words.ts";

/** What can be done with the columns of a grid: ordered, filtered. */
export interface GridHeads {
  /** How the rows are ordered by this column, and whether it leaves some out. */
  stateOf(field: FieldName): {
    readonly sorted: "ascending" | "descending" | "none";
    readonly filtered: boolean;
  };
  /** No menu for a column whose values are hidden. */
  hasMenu(field: FieldName): boolean;
  /** @param value that the active cell of the column holds; null where it is another column's */
  menu(field: FieldName, value: string | null): ReactNode;
}

export interface GridHeadProps {
  readonly fields: readonly FieldName[];
  readonly words: GridWords;
  readonly heads: GridHeads | undefined;
  /** The column whose menu is open. */
  readonly open: FieldName | null;
  readonly onOpen: (field: FieldName | null) => void;
  /** What the active cell of a column holds. */
  readonly valueAt: (field: FieldName) => string | null;
}

/** The names of the columns, each with a menu where the rows can be ordered and filtered. */
export function GridHead({ fields, words, heads, open, onOpen, valueAt }: GridHeadProps) {
  const { t } = useTranslation("import");
  return (
    <thead>
      <tr className={styles.head} aria-rowindex={1}>
        <th scope="col" className={styles.first}>
          {t("review.rowHead")}
        </th>
        {fields.map((field) => {
          const name = words.field(field);
          if (heads?.hasMenu(field) !== true) {
            return (
              <th key={field} scope="col" className={styles.headCell} title={name}>
                <span className={styles.headName}>{name}</span>
              </th>
            );
          }
          const { sorted, filtered } = heads.stateOf(field);
          const Sorted = sorted === "descending" ? IconSortDescending : IconSortAscending;
          return (
            <th key={field} scope="col" className={styles.headCell} aria-sort={sorted}>
              <Menu
                position="bottom-start"
                opened={open === field}
                onChange={(opened) => onOpen(opened ? field : null)}
                returnFocus={false}
                withInitialFocusPlaceholder={false}
              >
                <Menu.Target>
                  <UnstyledButton
                    className={styles.headButton}
                    tabIndex={-1}
                    title={t("review.column.menu")}
                  >
                    <span className={styles.headName} title={name}>
                      {name}
                    </span>
                    {filtered && <IconFilter role="img" aria-label={t("review.column.filtered")} />}
                    {sorted === "none" ? <IconChevronDown aria-hidden /> : <Sorted aria-hidden />}
                  </UnstyledButton>
                </Menu.Target>
                <Menu.Dropdown>{open === field && heads.menu(field, valueAt(field))}</Menu.Dropdown>
              </Menu>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
