import { Select, Switch, TagsInput } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { DUPLICATES } from "../../preload/choices.ts";
import { COUNTRIES, countryName } from "../../preload/lists/countries.ts";
import type { ConnectionSettings } from "../../preload/types.ts";
import { CampaignNames } from "../components/campaigns/campaign-names.tsx";
import { Section } from "../kit/section.tsx";
import type { FieldsProps } from "./identity-fields.tsx";

const ID = /^[^,|\s]{1,64}$/;

interface DefaultFieldsProps extends FieldsProps {
  /** null: it is being added. */
  readonly connectionId: number | null;
}

/** What new imports to this connection start with. */
export function DefaultFields({ values, onChange, connectionId }: DefaultFieldsProps) {
  const { t, i18n } = useTranslation("connections");
  const countries = useMemo(
    () =>
      COUNTRIES.map((value) => ({ value, label: countryName(value, i18n.language) })).sort((a, b) =>
        a.label.localeCompare(b.label, i18n.language),
      ),
    [i18n.language],
  );
  const { settings } = values;
  const change = (part: Partial<ConnectionSettings>) =>
    onChange({ ...values, settings: { ...settings, ...part } });
  return (
    <Section title={t("defaults")} help={t("defaultsHelp")}>
      <TagsInput
        label={t("campaigns")}
        description={t("campaignsHelp")}
        value={[...settings.campaigns]}
        onChange={(campaigns: string[]) =>
          change({ campaigns: campaigns.map((id) => id.trim()).filter((id) => ID.test(id)) })
        }
      />
      <CampaignNames connectionId={connectionId} ids={settings.campaigns} />
      <Select
        label={t("duplicates")}
        data={DUPLICATES.map((value) => ({ value, label: t(`common:duplicates.${value}`) }))}
        value={settings.duplicates}
        onChange={(value: string | null) => {
          const duplicates = DUPLICATES.find((one) => one === value);
          if (duplicates !== undefined) change({ duplicates });
        }}
      />
      <Select
        label={t("country")}
        description={t("countryHelp")}
        placeholder={t("noCountry")}
        data={countries}
        searchable
        clearable
        value={settings.country ?? null}
        onChange={(code: string | null) => {
          const { country: _, ...others } = settings;
          const next = code === null ? others : { ...others, country: code };
          onChange({ ...values, settings: next });
        }}
      />
      <Switch
        label={t("keepUndo")}
        checked={settings.keepUndoState}
        onChange={(event) => change({ keepUndoState: event.currentTarget.checked })}
      />
    </Section>
  );
}
