import { Select, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { REPEATED_ROWS, type RepeatedRows } from "../../../preload/choices.ts";
import type { Draft, ImportOptions } from "../../../preload/types.ts";
import { Section } from "../../kit/section.tsx";
import type { OptionsEditor } from "./use-options.ts";

const CHOICES = [
  { field: "email", option: "repeatedEmail" },
  { field: "phone", option: "repeatedPhone" },
] as const satisfies readonly { field: string; option: keyof ImportOptions }[];

export interface RepeatedContactsProps {
  readonly draft: Draft;
  readonly editor: OptionsEditor;
}

/** What becomes of rows that share an e-mail address or a phone, where the list has them. */
export function RepeatedContacts({ draft, editor }: RepeatedContactsProps) {
  const { t } = useTranslation("import");
  const shown = CHOICES.filter(({ field }) => draft.mapping.some((each) => each.field === field));
  if (shown.length === 0) return null;
  return (
    <Section title={t("options.repeatedContacts")} help={t("options.repeatedContactsHelp")}>
      <SimpleGrid cols={2}>
        {shown.map(({ option }) => (
          <Select
            key={option}
            label={t(`options.${option}`)}
            data={REPEATED_ROWS.map((value) => ({
              value,
              label: t(`options.repeatedRows.${value}`),
            }))}
            value={editor.options[option] ?? "keep-all"}
            allowDeselect={false}
            onChange={(value: string | null) => {
              const chosen = REPEATED_ROWS.find((one) => one === value);
              if (chosen !== undefined) editor.change(optionOf(option, chosen));
            }}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}

function optionOf(
  option: (typeof CHOICES)[number]["option"],
  chosen: RepeatedRows,
): Partial<ImportOptions> {
  return option === "repeatedEmail" ? { repeatedEmail: chosen } : { repeatedPhone: chosen };
}
