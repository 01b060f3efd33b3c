import { ActionIcon, Button, Popover, Text } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconListDetails } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { hasValueTable, keepsValueTable } from "../../../../preload/fields.ts";
import type { FieldMapping } from "../../../../preload/types.ts";
import { setTransforms } from "../fields/targets.ts";
import { JoinColumns } from "../join-columns.tsx";
import type { MappedList } from "../mapped-list.ts";
import type { MappingEditor } from "../use-mapping.ts";
import { ValuesDialog } from "../values/values-dialog.tsx";
import { PhoneSwitch } from "./phone-switch.tsx";
import { TransformsForm } from "./transforms-form.tsx";

export interface TransformsButtonProps {
  readonly target: FieldMapping;
  readonly list: MappedList;
  readonly editor: MappingEditor;
}

/** Opens how the values of one field are changed on their way. */
export function TransformsButton({ target, list, editor }: TransformsButtonProps) {
  const { t } = useTranslation("import");
  const [open, setOpen] = useState<"changes" | "values" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const count = target.transforms.length + Math.max(0, target.columns.length - 1);
  // Without a list, only what is kept is there to be seen.
  const hasTable =
    list.draftId === null ? keepsValueTable(target.field) : hasValueTable(target.field);
  const label = t("columns.changeValues", { field: editor.labelOf(target.field) });
  return (
    <>
      <Popover
        width={480}
        position="bottom-end"
        trapFocus
        returnFocus
        opened={open === "changes"}
        onChange={(opened) => setOpen(opened ? "changes" : null)}
      >
        <Popover.Target>
          <ActionIcon
            ref={button}
            variant={count > 0 ? "light" : "subtle"}
            color={count > 0 ? "brand" : "gray"}
            size="md"
            aria-label={count > 0 ? t("columns.valuesChanged", { label, count }) : label}
            title={label}
            onClick={() => setOpen(open === "changes" ? null : "changes")}
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
          {target.field === "phone" && <PhoneSwitch target={target} editor={editor} />}
          {hasTable && (
            <Button
              mt="sm"
              size="xs"
              variant="default"
              leftSection={<IconListDetails size="1rem" aria-hidden />}
              onClick={() => setOpen("values")}
            >
              {t("columns.values.open")}
            </Button>
          )}
          <JoinColumns target={target} columns={list.columns} editor={editor} />
        </Popover.Dropdown>
      </Popover>
      {open === "values" && (
        <ValuesDialog
          target={target}
          draftId={list.draftId}
          editor={editor}
          onClose={() => {
            setOpen(null);
            // What opened the dialog has gone with the popover that it stood in.
            setTimeout(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
}
