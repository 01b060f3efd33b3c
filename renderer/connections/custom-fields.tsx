import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isFieldName } from "../../preload/fields.ts";
import { Section } from "../kit/section.tsx";
import { useTexts } from "../kit/text/use-texts.ts";

export interface CustomFieldsProps {
  /** Labels by field name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly onChange: (labels: Readonly<Record<string, string>>) => void;
}

/** Names for custom fields, for platforms that do not tell them. */
export function CustomFields({ labels, onChange }: CustomFieldsProps) {
  const { t } = useTranslation("connections");
  const texts = useTexts();
  const fields = Object.keys(labels).filter(isFieldName);
  return (
    <Section title={t("customFields")} help={t("customFieldsHelp")}>
      {fields.map((field) => (
        <Group key={field} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={texts.field(field)}
            maxLength={200}
            value={labels[field] ?? ""}
            onChange={(event) => onChange({ ...labels, [field]: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("removeLabel", { field: texts.field(field) })}
            onClick={() => {
              const { [field]: _, ...rest } = labels;
              onChange(rest);
            }}
          >
            <IconTrash size="1rem" aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          onClick={() => onChange({ ...labels, [nextField(labels)]: "" })}
        >
          {t("addLabel")}
        </Button>
      </div>
    </Section>
  );
}

function nextField(labels: Readonly<Record<string, string>>): string {
  let number = 1;
  while (`custom_field_${number}` in labels) number++;
  return `custom_field_${number}`;
}
