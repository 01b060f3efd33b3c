import { Title } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ListColumn } from "../../../preload/types.ts";
import { Word } from "../../kit/help/word.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useGradually } from "../../kit/use-gradually.ts";
import { ColumnRow } from "./column-row.tsx";
import styles from "./columns.module.css";
import { targetsOf } from "./fields/targets.ts";
import type { MappedList } from "./mapped-list.ts";
import type { MappingEditor } from "./use-mapping.ts";

/** Rows that come with the screen, whose rest takes its time as well; then as many as take some 15 ms to make. */
const AT_ONCE = { going: 2, staying: 0 } as const;
const STEP = 3;

export interface ColumnGroupProps {
  /** Columns that feed a field, or those that do not. */
  readonly name: "going" | "staying";
  readonly list: MappedList;
  readonly editor: MappingEditor;
}

/** One of the two groups of columns, with how many it has. */
export function ColumnGroup({ name, list, editor }: ColumnGroupProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const feeds = ({ index }: ListColumn) => targetsOf(editor.mapping, index).length > 0;
  const columns = list.columns.filter((column) => feeds(column) === (name === "going"));
  const shown = useGradually(columns.length, AT_ONCE[name], STEP);
  const taken = useMemo(
    () => new Set(editor.mapping.map((target) => target.field)),
    [editor.mapping],
  );
  if (columns.length === 0) return null;
  return (
    <section aria-labelledby={`columns-${name}`}>
      <div className={styles.groupTitle}>
        <Title order={2} id={`columns-${name}`}>
          {t(`columns.${name}`)}
        </Title>
        <span className={styles.groupCount}>{format.number(columns.length)}</span>
        {name === "going" && <Word word="field" />}
      </div>
      <ul className={styles.rows} data-quiet={name === "staying" || undefined}>
        {columns.slice(0, shown).map((column) => (
          <ColumnRow key={column.index} column={column} list={list} editor={editor} taken={taken} />
        ))}
      </ul>
    </section>
  );
}
