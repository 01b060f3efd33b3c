import { Input, SegmentedControl, Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "../../preload/languages.ts";
import { FORMAT_LOCALES } from "../../preload/lists/format-locales.ts";
import type { Settings } from "../../preload/types.ts";
import { Section } from "../kit/section.tsx";
import { createFormat } from "../kit/text/use-format.ts";
import { useAction } from "../query/use-action.ts";

const SPOKEN = ["system", ...LANGUAGES] as const;
const THEMES = ["system", "light", "dark"] as const;
const FORMATS = ["system", ...FORMAT_LOCALES] as const;

/** A date and a number that no two ways of writing share. */
const SAMPLE = { day: new Date(2026, 11, 31).getTime(), number: 12345.5 };

export interface LookProps {
  readonly settings: Settings;
  /** Settings that an administrator has set for good. */
  readonly locked: readonly string[];
}

/** The languages of texts and of dates and numbers, and the theme. */
export function Look({ settings, locked }: LookProps) {
  const { t, i18n } = useTranslation("settings");
  const set = useAction("settings.set");
  const formats = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "language" });
    const example = (locale: string) => {
      const format = createFormat(i18n.language, locale);
      return `${format.date(SAMPLE.day)} · ${format.number(SAMPLE.number)}`;
    };
    return FORMATS.map((value) => ({
      value,
      label:
        value === "system" ? t("formatsSystem") : `${names.of(value) ?? value}: ${example(value)}`,
    }));
  }, [t, i18n.language]);
  /** A control that is grey says why. */
  const why = (name: string) => (locked.includes(name) ? t("common:byAdministrator") : null);
  return (
    <Section title={t("look")}>
      <Select
        label={t("language")}
        maw="20rem"
        disabled={locked.includes("language")}
        description={why("language")}
        data={SPOKEN.map((value) => ({
          value,
          label: value === "system" ? t("languageSystem") : ownName(value),
        }))}
        value={settings.language}
        onChange={(value: string | null) => {
          const language = SPOKEN.find((one) => one === value);
          if (language !== undefined) set.mutate({ language });
        }}
      />
      <Select
        label={t("formats")}
        maw="32rem"
        disabled={locked.includes("formats")}
        description={why("formats")}
        data={formats}
        value={settings.formats}
        onChange={(value: string | null) => {
          const chosen = FORMATS.find((one) => one === value);
          if (chosen !== undefined) set.mutate({ formats: chosen });
        }}
      />
      <Input.Wrapper label={t("theme")} labelElement="div" description={why("theme")}>
        <SegmentedControl
          display="flex"
          w="fit-content"
          aria-label={t("theme")}
          disabled={locked.includes("theme")}
          data={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
          value={settings.theme}
          onChange={(value: string) => {
            const theme = THEMES.find((one) => one === value);
            if (theme !== undefined) set.mutate({ theme });
          }}
        />
      </Input.Wrapper>
    </Section>
  );
}

/** A language as those who speak it call it: "Deutsch", "Português (Brasil)". */
function ownName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
