import { ActionIcon, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { dateFormats } from "../../../preload/date-formats.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { DateFormat, Draft, FieldMapping, ListColumn } from "../../../preload/types.ts";
import { useTexts } from "../../kit/use-texts.ts";
import { Changes } from "./changes.tsx";
import styles from "./columns.module.css";
import { ConfidenceBadge } from "./confidence-badge.tsx";
import { FieldSelect } from "./field-select.tsx";
import { moveTarget, removeTarget, setDateFormat, targetsOf } from "./targets.ts";
import { TransformsButton } from "./transforms-button.tsx";
import type { MappingEditor } from "./use-mapping.ts";

export interface TargetProps {
  readonly target: FieldMapping;
  readonly column: ListColumn;
  readonly draft: Draft;
  readonly editor: MappingEditor;
  readonly taken: ReadonlySet<FieldName>;
}

/** One field a column feeds: which, how sure, how the values are changed, what is wrong. */
export function Target({ target, column, draft, editor, taken }: TargetProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const { field } = target;
  const notices = draft.missing.columns.filter((notice) => notice.field === field);
  const several = targetsOf(editor.mapping, column.index).length > 1;
  const asksDate =
    field === "custom_date" && (target.dateFormat !== undefined || notices.length > 0);
  const labelled = (value: DateFormat) => ({ value, label: t(`columns.dates.${value}`) });
  const others = dateFormats.filter((one) => !draft.dateFormats.includes(one));
  const formatChoices =
    draft.dateFormats.length === 0
      ? others.map(labelled)
      : [
          { group: t("columns.datesFitting"), items: draft.dateFormats.map(labelled) },
          { group: t("columns.datesOther"), items: others.map(labelled) },
        ];
  return (
    <div>
      <div className={styles.target}>
        <FieldSelect
          label={t("columns.fieldOf", { header: column.header })}
          value={field}
          choices={editor.choices}
          taken={taken}
          clearable
          error={notices.some((notice) => notice.severity === "error")}
          onChange={(next) => editor.change(moveTarget(editor.mapping, column.index, field, next))}
        />
        <span className={styles.sure}>
          <ConfidenceBadge confidence={target.confidence} />
        </span>
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
          <TransformsButton target={target} columns={draft.reading.columns} editor={editor} />
        </span>
      </div>
      <Changes target={target} columns={draft.reading.columns} />
      {asksDate && (
        <Select
          size="sm"
          mt="xs"
          label={t("columns.dateFormat")}
          placeholder={t("columns.chooseDateFormat")}
          data={formatChoices}
          value={target.dateFormat ?? null}
          onChange={(value: string | null) => {
            const format = dateFormats.find((one) => one === value);
            if (format !== undefined) editor.change(setDateFormat(editor.mapping, field, format));
          }}
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
