import { IconArrowRight } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { ListColumn } from "../../../preload/types.ts";
import { useHeader } from "../../kit/text/use-header.ts";
import { AlsoUse } from "./also-use.tsx";
import styles from "./columns.module.css";
import { FieldSelect } from "./fields/field-select.tsx";
import { Target } from "./fields/target.tsx";
import { moveTarget, targetsOf } from "./fields/targets.ts";
import type { MappedList } from "./mapped-list.ts";
import type { MappingEditor } from "./use-mapping.ts";

export interface ColumnRowProps {
  readonly column: ListColumn;
  readonly list: MappedList;
  readonly editor: MappingEditor;
  /** Fields that any column feeds. */
  readonly taken: ReadonlySet<FieldName>;
}

/** One column: its header and samples, and the field or fields it feeds. */
export const ColumnRow = memo(function ColumnRow({ column, list, editor, taken }: ColumnRowProps) {
  const { t } = useTranslation("import");
  const called = useHeader();
  const targets = targetsOf(editor.mapping, column.index);
  return (
    <li className={styles.row} data-bare={!list.open || undefined}>
      <div>
        <div className={styles.header} title={called(column.header)}>
          {called(column.header)}
        </div>
        {list.open && <Samples values={column.samples} />}
      </div>
      <IconArrowRight className={styles.arrow} aria-hidden />
      <div className={styles.targets}>
        {targets.map((target) => (
          <Target
            key={target.field}
            target={target}
            column={column}
            list={list}
            editor={editor}
            taken={taken}
          />
        ))}
        {targets.length === 0 && (
          <FieldSelect
            label={t("columns.fieldOf", { header: called(column.header) })}
            value={null}
            choices={editor.choices}
            taken={taken}
            clearable
            onChange={(field) =>
              editor.change(moveTarget(editor.mapping, column.index, null, field))
            }
          />
        )}
        <AlsoUse column={column} targets={targets} editor={editor} />
      </div>
    </li>
  );
});

/** Values of a column side by side; a long one leaves room for the others. */
function Samples({ values }: { readonly values: readonly string[] }) {
  const { t } = useTranslation("import");
  if (values.length === 0) return <div className={styles.samples}>{t("columns.empty")}</div>;
  const places = values.map((value, place) => ({ value, place }));
  return (
    <ul className={styles.samples} title={values.join("  ·  ")}>
      {places.map(({ value, place }) => (
        <li key={place}>{value}</li>
      ))}
    </ul>
  );
}
