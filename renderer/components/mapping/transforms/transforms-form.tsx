import { Checkbox, Group, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Transform } from "../../../../preload/types.ts";
import { LazyText } from "../../../kit/text/lazy-text.tsx";
import styles from "../columns.module.css";
import { findTransform, partNameOf, partNames, parts, withTransform } from "./transforms.ts";

export interface TransformsFormProps {
  readonly transforms: readonly Transform[];
  readonly onChange: (transforms: readonly Transform[]) => void;
}

const PLAIN = ["trim", "collapse-blanks", "digits-only"] as const;
const CASES = ["upper", "lower", "title"] as const;
const NOT = "-";

/** The ways a value may be changed; each one alone is off by default. */
export function TransformsForm({ transforms, onChange }: TransformsFormProps) {
  const { t } = useTranslation("import");
  const put = (kind: Transform["kind"], transform: Transform | null) =>
    onChange(withTransform(transforms, kind, transform));
  const replace = findTransform(transforms, "replace");
  /** The replacement, kept also while the text that it replaces is still empty. */
  const [withText, setWithText] = useState(replace?.with ?? "");
  const split = findTransform(transforms, "split");
  const options = (name: string, values: readonly string[]) =>
    [NOT, ...values].map((value) => ({ value, label: t(`columns.${name}.${value}`) }));
  return (
    <div className={styles.transforms}>
      <div className={styles.checks}>
        {PLAIN.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`columns.transform.${kind}`)}
            checked={findTransform(transforms, kind) !== undefined}
            onChange={(event) => put(kind, event.currentTarget.checked ? { kind } : null)}
          />
        ))}
      </div>
      <div className={styles.checks}>
        <Select
          size="sm"
          label={t("columns.transform.case")}
          data={options("cases", CASES)}
          value={findTransform(transforms, "case")?.to ?? NOT}
          onChange={(value: string | null) => {
            const to = CASES.find((one) => one === value);
            put("case", to === undefined ? null : { kind: "case", to });
          }}
        />
        <Select
          size="sm"
          label={t("columns.transform.split")}
          data={options("parts", partNames)}
          value={(split && partNameOf(split)) ?? NOT}
          onChange={(value: string | null) => {
            const part = partNames.find((one) => one === value);
            put("split", part === undefined ? null : { kind: "split", ...parts[part] });
          }}
        />
      </div>
      <LazyText
        label={t("columns.transform.default")}
        value={findTransform(transforms, "default")?.value ?? ""}
        onCommit={(value) => put("default", value === "" ? null : { kind: "default", value })}
      />
      <Group grow gap="xs">
        <LazyText
          label={t("columns.transform.find")}
          value={replace?.find ?? ""}
          onCommit={(find) =>
            put("replace", find === "" ? null : { kind: "replace", find, with: withText })
          }
        />
        <LazyText
          label={t("columns.transform.with")}
          value={withText}
          onCommit={(value) => {
            setWithText(value);
            if (replace) put("replace", { kind: "replace", find: replace.find, with: value });
          }}
        />
      </Group>
    </div>
  );
}
