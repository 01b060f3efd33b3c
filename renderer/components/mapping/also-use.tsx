import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { FieldMapping, ListColumn } from "../../../preload/types.ts";
import styles from "./columns.module.css";
import { addTarget, splitName } from "./fields/targets.ts";
import type { MappingEditor } from "./use-mapping.ts";

export interface AlsoUseProps {
  readonly column: ListColumn;
  readonly targets: readonly FieldMapping[];
  readonly editor: MappingEditor;
}

/**
 * What else one column is good for: the card number as customer code (the documentation asks for
 * both where they are one), a full name taken apart.
 */
export function AlsoUse({ column, targets, editor }: AlsoUseProps) {
  const { t } = useTranslation("import");
  const has = (field: FieldName) => editor.mapping.some((target) => target.field === field);
  const feeds = (field: FieldName) => targets.some((target) => target.field === field);
  const also: FieldName | null =
    feeds("card_number") && !has("code")
      ? "code"
      : feeds("code") && !has("card_number")
        ? "card_number"
        : null;
  const wholeName = feeds("first_name") !== feeds("last_name") && mostlyTwoWords(column.samples);
  const other = feeds("first_name") ? "last_name" : "first_name";
  if (also === null && !(wholeName && !has(other))) return null;
  return (
    <div className={styles.extra}>
      {also !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          onClick={() => editor.change(addTarget(editor.mapping, column.index, also))}
        >
          {t("columns.alsoUse", { field: editor.labelOf(also) })}
        </Button>
      )}
      {wholeName && !has(other) && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => editor.change(splitName(editor.mapping, column.index, column.samples))}
        >
          {t("columns.splitName")}
        </Button>
      )}
    </div>
  );
}

function mostlyTwoWords(samples: readonly string[]): boolean {
  const two = samples.filter((sample) => /\S\s+\S/.test(sample));
  return samples.length > 0 && two.length * 2 > samples.length;
}
