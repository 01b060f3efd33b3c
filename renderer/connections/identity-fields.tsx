import { PasswordInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FixedField } from "../../preload/types/connections.ts";
import { Section } from "../kit/section.tsx";
import styles from "./connections.module.css";
import type { FormValues, KeyState, TextField } from "./form-values.ts";

export interface FieldsProps {
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
}

export interface IdentityFieldsProps extends FieldsProps {
  readonly missing: readonly TextField[];
  readonly keyState: KeyState;
  /** The practice connection: only its name is the person's to change. */
  readonly locked: boolean;
  /** What the administrator has set. */
  readonly fixed: readonly FixedField[];
}

const KEY_TEXTS = { none: "keyHelp", kept: "keyKept", moved: "keyMoved" } as const;

/** Which account, at which address, with which key. */
export function IdentityFields(props: IdentityFieldsProps) {
  const { t } = useTranslation("connections");
  const { values, onChange, missing, keyState, locked, fixed } = props;
  const isFixed = (field: TextField) => fixed.some((one) => one === field);
  const bind = (field: TextField) => ({
    label: t(field),
    value: values[field],
    error: missing.includes(field) ? t("required") : undefined,
    // Read-only instead of disabled: a disabled text can hardly be read or copied.
    ...(isFixed(field) ? { readOnly: true, variant: "filled" } : {}),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...values, [field]: event.currentTarget.value }),
  });
  return (
    <Section
      title={t("identity")}
      {...(locked ? {} : { help: t(fixed.length > 0 ? "identityFixed" : "identityHelp") })}
    >
      <TextInput {...bind("name")} description={t("nameHelp")} />
      {!locked && (
        <>
          <TextInput {...bind("url")} type="url" inputMode="url" placeholder={t("urlHint")} />
          <div className={styles.pair}>
            <TextInput {...bind("userId")} autoComplete="off" />
            <TextInput {...bind("accountId")} autoComplete="off" />
          </div>
          <PasswordInput
            {...bind("apiKey")}
            autoComplete="new-password"
            description={t(KEY_TEXTS[keyState])}
            placeholder={keyState === "kept" ? t("keyPlaceholder") : ""}
            visibilityToggleButtonProps={{ "aria-label": t("showKey") }}
          />
        </>
      )}
    </Section>
  );
}
