import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../../preload/fields.ts";
import type { FieldMapping, ListColumn } from "../../../../preload/types.ts";
import { useHeader } from "../../../kit/text/use-header.ts";
import { useTexts } from "../../../kit/text/use-texts.ts";
import { Changes } from "../changes.tsx";
import styles from "../columns.module.css";
import { ConfidenceBadge } from "../confidence-badge.tsx";
import { DateFormatSelect } from "../date-format-select.tsx";
import type { MappedList } from "../mapped-list.ts";
import { TransformsButton } from "../transforms/transforms-button.tsx";
import type { MappingEditor } from "../use-mapping.ts";
import { AmountFormatSelect } from "./amount-format-select.tsx";
import { FieldSelect } from "./field-select.tsx";
import { moveTarget, removeTarget, setAmountFormat, setDateFormat, targetsOf } from "./targets.ts";

export interface TargetProps {
  readonly target: FieldMapping;
  readonly column: ListColumn;
  readonly list: MappedList;
  readonly editor: MappingEditor;
  readonly taken: ReadonlySet<FieldName>;
}

/** One field a column feeds: which, how sure, how the values are changed, what is wrong. */
export function Target({ target, column, list, editor, taken }: TargetProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const called = useHeader();
  const { field } = target;
  const notices = list.notices.filter((notice) => notice.field === field);
  const several = targetsOf(editor.mapping, column.index).length > 1;
  const asksDate =
    field === "custom_date" &&
    (target.dateFormat !== undefined || notices.length > 0 || !list.open);
  const asksAmount =
    field === "auto_add" &&
    (target.amountFormat !== undefined ||
      notices.some(({ code }) => code === "amount-format-undecided"));
  return (
    <div>
      <div className={styles.target} data-bare={!list.open || undefined}>
        <FieldSelect
          label={t("columns.fieldOf", { header: called(column.header) })}
          value={field}
          choices={editor.choices}
          taken={taken}
          clearable
          error={notices.some((notice) => notice.severity === "error")}
          onChange={(next) => editor.change(moveTarget(editor.mapping, column.index, field, next))}
        />
        {list.open && (
          <span className={styles.sure}>
            <ConfidenceBadge confidence={target.confidence} />
          </span>
        )}
        <span className={styles.tools}>
          {several && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="md"
              aria-label={t("columns.stopFeeding", { field: editor.labelOf(field) })}
              onClick={() => editor.change(removeTarget(editor.mapping, column.index, field))}
            >
              <IconX size="1rem" aria-hidden />
            </ActionIcon>
          )}
          <TransformsButton target={target} list={list} editor={editor} />
        </span>
      </div>
      <Changes target={target} columns={list.columns} />
      {asksDate && (
        <DateFormatSelect
          value={target.dateFormat}
          list={list}
          onChange={(format) => editor.change(setDateFormat(editor.mapping, field, format))}
        />
      )}
      {asksAmount && (
        <AmountFormatSelect
          value={target.amountFormat}
          onChange={(format) => editor.change(setAmountFormat(editor.mapping, field, format))}
        />
      )}
      {notices.map((notice) => (
        <div key={notice.code} className={styles.problem} data-severity={notice.severity}>
          {texts.problem(notice)}
        </div>
      ))}
    </div>
  );
}
