import { ActionIcon, Button, Text, TextInput } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LazyText } from "../../../kit/text/lazy-text.tsx";
import { useFormat } from "../../../kit/text/use-format.ts";
import type { ShownValue } from "./pairs.ts";
import styles from "./values.module.css";

/** Values that are shown at once; a person who seeks one of thousands types a part of it. */
const SHOWN = 50;

export interface ValueTableProps {
  readonly values: readonly ShownValue[];
  /** Whether a list is open, whose rows are counted. */
  readonly withRows: boolean;
  readonly onChange: (value: string, becomes: string) => void;
}

/** Value, rows, and what stands for it. */
export function ValueTable({ values, withRows, onChange }: ValueTableProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const [sought, setSought] = useState("");
  const [limit, setLimit] = useState(SHOWN);
  const part = sought.trim().toLocaleLowerCase();
  const found = values.filter(
    ({ value, becomes }) =>
      part === "" ||
      value.toLocaleLowerCase().includes(part) ||
      becomes.toLocaleLowerCase().includes(part),
  );
  const shown = found.slice(0, limit);
  const more = Math.min(SHOWN, found.length - shown.length);
  if (values.length === 0) return withRows ? <Text>{t("columns.values.noValues")}</Text> : null;
  return (
    <>
      <TextInput
        size="sm"
        data-autofocus
        aria-label={t("columns.values.search")}
        placeholder={t("columns.values.search")}
        value={sought}
        onChange={(event) => {
          setSought(event.currentTarget.value);
          setLimit(SHOWN);
        }}
      />
      <div className={styles.box}>
        <div className={styles.head} aria-hidden>
          <span>{t("columns.values.value")}</span>
          <span className={styles.number}>{withRows && t("columns.values.rows")}</span>
          <span>{t("columns.values.becomes")}</span>
        </div>
        <ul className={styles.values}>
          {shown.map(({ value, rows, becomes }) => (
            <li key={value} className={styles.row} data-changed={value !== becomes || undefined}>
              <span className={styles.value} title={value}>
                {value}
              </span>
              <span className={styles.number}>
                {withRows && (rows === null ? t("columns.values.notHere") : format.number(rows))}
              </span>
              <span className={styles.becomes}>
                <LazyText
                  bare
                  label={t("columns.values.becomesOf", { value })}
                  value={becomes}
                  placeholder={t("columns.values.emptied")}
                  onCommit={(text) => onChange(value, text)}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="md"
                  disabled={value === becomes}
                  aria-label={t("columns.values.back", { value })}
                  title={t("columns.values.back", { value })}
                  onClick={() => onChange(value, value)}
                >
                  <IconArrowBackUp size="1rem" aria-hidden />
                </ActionIcon>
              </span>
            </li>
          ))}
        </ul>
      </div>
      {found.length === 0 && <Text size="sm">{t("columns.values.noneFound")}</Text>}
      {more > 0 && (
        <Button
          size="xs"
          variant="default"
          style={{ alignSelf: "flex-start" }}
          onClick={() => setLimit(limit + SHOWN)}
        >
          {t("columns.values.more", { count: more })}
        </Button>
      )}
    </>
  );
}
