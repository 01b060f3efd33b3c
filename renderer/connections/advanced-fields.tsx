import { Button, Collapse, NumberInput, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { COMPATIBILITY, OUTPUT_FORMATS } from "../../preload/choices.ts";
import { MOST_AT_ONCE } from "../../preload/connection-settings.ts";
import type { ConnectionSettings } from "../../preload/types.ts";
import { Section } from "../kit/section.tsx";
import styles from "./connections.module.css";
import { CustomFields } from "./custom-fields.tsx";
import type { FieldsProps } from "./identity-fields.tsx";

const KIB = 1024;

const NAMES = ["dataParameter", "campaignSeparator", "keyParameter", "lineBreak"] as const;

/** Sizes, the reply's format, and what older accounts need; closed unless asked for. */
export function AdvancedFields({ values, onChange }: FieldsProps) {
  const { t } = useTranslation("connections");
  const [open, { toggle }] = useDisclosure(false);
  const { settings } = values;
  const change = (part: Partial<ConnectionSettings>) =>
    onChange({ ...values, settings: { ...settings, ...part } });
  const number = (value: number | string, min: number, max: number) => {
    const whole = Math.round(Number(value));
    return whole >= min && whole <= max ? whole : null;
  };
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        ml="-xs"
        color="gray"
        leftSection={<Chevron size="1rem" aria-hidden />}
        aria-expanded={open}
        onClick={toggle}
      >
        {t("advanced")}
      </Button>
      <Collapse expanded={open} keepMounted={false}>
        <Section title={t("sizes")}>
          <div className={styles.pair}>
            <NumberInput
              label={t("batchRows")}
              min={1}
              max={10_000}
              value={settings.batchRows}
              onChange={(value) => {
                const batchRows = number(value, 1, 10_000);
                if (batchRows !== null) change({ batchRows });
              }}
            />
            <NumberInput
              label={t("batchKib")}
              min={1}
              max={16 * KIB}
              value={Math.round(settings.batchBytes / KIB)}
              onChange={(value) => {
                const kib = number(value, 1, 16 * KIB);
                if (kib !== null) change({ batchBytes: kib * KIB });
              }}
            />
          </div>
          <NumberInput
            label={t("parallel")}
            description={t("parallelHelp")}
            min={1}
            max={MOST_AT_ONCE}
            value={settings.parallel ?? 1}
            onChange={(value) => {
              const parallel = number(value, 1, MOST_AT_ONCE);
              if (parallel !== null) change({ parallel });
            }}
          />
          <Select
            label={t("output")}
            data={OUTPUT_FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
            value={settings.output}
            onChange={(value: string | null) => {
              const output = OUTPUT_FORMATS.find((one) => one === value);
              if (output !== undefined) change({ output });
            }}
          />
        </Section>
        <Section title={t("compatibility")} help={t("compatibilityHelp")}>
          <div className={styles.pair}>
            {NAMES.map((name) => (
              <Select
                key={name}
                label={t(`compat.${name}`)}
                data={COMPATIBILITY[name].map((value) => ({
                  value,
                  label: value === "\n" ? "LF (\\n)" : value === "\r\n" ? "CR LF (\\r\\n)" : value,
                }))}
                value={settings.compatibility[name]}
                onChange={(value: string | null) => {
                  const chosen = COMPATIBILITY[name].find((one) => one === value);
                  if (chosen === undefined) return;
                  change({ compatibility: { ...settings.compatibility, [name]: chosen } });
                }}
              />
            ))}
          </div>
        </Section>
        <CustomFields
          labels={settings.customFields}
          onChange={(customFields) => change({ customFields })}
        />
      </Collapse>
    </div>
  );
}
