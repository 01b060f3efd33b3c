import { ActionIcon, Popover, Text } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FieldMapping, ListColumn } from "../../../../preload/types.ts";
import { setTransforms } from "../fields/targets.ts";
import { JoinColumns } from "../join-columns.tsx";
import type { MappingEditor } from "../use-mapping.ts";
import { TransformsForm } from "./transforms-form.tsx";

export interface TransformsButtonProps {
  readonly target: FieldMapping;
  readonly columns: readonly ListColumn[];
  readonly editor: MappingEditor;
}

/** Opens how the values of one field are changed on their way. */
export function TransformsButton({ target, columns, editor }: TransformsButtonProps) {
  const { t } = useTranslation("import");
  const count = target.transforms.length + Math.max(0, target.columns.length - 1);
  const label = t("columns.changeValues", { field: editor.labelOf(target.field) });
  return (
    <Popover width={480} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant={count > 0 ? "light" : "subtle"}
          color={count > 0 ? "brand" : "gray"}
          size="md"
          aria-label={count > 0 ? t("columns.valuesChanged", { label, count }) : label}
          title={label}
        >
          <IconAdjustmentsHorizontal size="1rem" aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Text fw={600} size="sm" mb="sm">
          {label}
        </Text>
        <TransformsForm
          transforms={target.transforms}
          onChange={(next) => editor.change(setTransforms(editor.mapping, target.field, next))}
        />
        <JoinColumns target={target} columns={columns} editor={editor} />
      </Popover.Dropdown>
    </Popover>
  );
}
