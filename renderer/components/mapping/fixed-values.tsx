import { ActionIcon, Button, Title } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import { LazyText } from "../../kit/text/lazy-text.tsx";
import styles from "./columns.module.css";
import { FieldSelect } from "./fields/field-select.tsx";
import { removeField, setFixed } from "./fields/targets.ts";
import type { MappingEditor } from "./use-mapping.ts";

/** Fields that get one and the same value for every customer. */
export function FixedValues({ editor }: { readonly editor: MappingEditor }) {
  const { t } = useTranslation("import");
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<FieldName | null>(null);
  const fixed = editor.mapping.filter((target) => target.fixed !== undefined);
  const taken = new Set(editor.mapping.map((target) => target.field));
  const add = (field: FieldName | null) => {
    setAdding(false);
    setAdded(field);
    if (field !== null) editor.change(setFixed(editor.mapping, field, ""));
  };
  return (
    <section aria-labelledby="columns-fixed">
      <div className={styles.groupTitle}>
        <Title order={2} id="columns-fixed">
          {t("columns.fixed")}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t("columns.addFixed")}
        </Button>
      </div>
      {(fixed.length > 0 || adding) && (
        <div className={styles.rows}>
          {fixed.map((target) => (
            <div key={target.field} className={styles.fixed}>
              <span>{editor.labelOf(target.field)}</span>
              <LazyText
                bare
                label={t("columns.valueOf", { field: editor.labelOf(target.field) })}
                placeholder={t("columns.fixedValue")}
                value={target.fixed ?? ""}
                takesFocus={target.field === added}
                onCommit={(value) => editor.change(setFixed(editor.mapping, target.field, value))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("columns.removeField", { field: editor.labelOf(target.field) })}
                onClick={() => editor.change(removeField(editor.mapping, target.field))}
              >
                <IconTrash size="1rem" aria-hidden />
              </ActionIcon>
            </div>
          ))}
          {adding && (
            <div className={styles.fixed}>
              <FieldSelect
                label={t("columns.chooseField")}
                value={null}
                choices={editor.choices}
                taken={taken}
                onChange={add}
              />
            </div>
          )}
        </div>
      )}
    </section>
  );
}
