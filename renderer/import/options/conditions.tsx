import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CONDITIONS } from "../../../preload/choices.ts";
import type { Condition, Draft } from "../../../preload/types.ts";
import { Section } from "../../kit/section.tsx";
import { LazyText } from "../../kit/text/lazy-text.tsx";
import { useHeader } from "../../kit/text/use-header.ts";
import styles from "./options.module.css";
import type { OptionsEditor } from "./use-options.ts";

export interface ConditionsProps {
  readonly draft: Draft;
  readonly editor: OptionsEditor;
}

/** Hidden values (PINs, say) come as dots; a column that holds only those is not offered. */
const MASKED = /^•+$/;
const MOST = 20;

/** What a row of the list has to be to be sent. */
export function Conditions({ draft, editor }: ConditionsProps) {
  const { t } = useTranslation("import");
  const add = useRef<HTMLButtonElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  /** How many conditions there will be when one of them, or the button below, gets the focus. */
  const soon = useRef<{ readonly count: number; readonly place: number } | null>(null);
  const conditions = editor.options.conditions ?? [];
  useEffect(() => {
    if (soon.current?.count !== conditions.length) return;
    const row = rows.current?.children[soon.current.place];
    soon.current = null;
    (row?.querySelector<HTMLElement>("input:not([type=hidden])") ?? add.current)?.focus();
  }, [conditions.length]);
  const headers = draft.reading.columns
    .filter(({ samples }) => samples.length === 0 || !samples.every((each) => MASKED.test(each)))
    .map(({ header }) => header);
  const put = (next: readonly Condition[]) => editor.change({ conditions: next });
  const change = (place: number, part: Partial<Condition>) =>
    put(conditions.map((each, at) => (at === place ? { ...each, ...part } : each)));
  const [first] = headers;
  if (draft.restores !== null || first === undefined) return null;
  const places = conditions.map((condition, place) => ({ condition, place }));
  return (
    <Section title={t("options.conditions")} help={t("options.conditionsHelp")}>
      {places.length > 0 && (
        <div ref={rows} className={styles.conditions}>
          {places.map(({ condition, place }) => (
            <ConditionRow
              key={place}
              condition={condition}
              headers={headers}
              onChange={(part) => change(place, part)}
              onRemove={() => {
                const count = conditions.length - 1;
                soon.current = { count, place: Math.min(place, count - 1) };
                put(conditions.filter((_, at) => at !== place));
              }}
            />
          ))}
        </div>
      )}
      <Button
        ref={add}
        size="xs"
        variant="default"
        style={{ justifySelf: "start" }}
        leftSection={<IconPlus size="1rem" aria-hidden />}
        disabled={conditions.length >= MOST}
        onClick={() => {
          soon.current = { count: conditions.length + 1, place: conditions.length };
          put([...conditions, { column: first, kind: "is", value: "" }]);
        }}
      >
        {t("options.addCondition")}
      </Button>
    </Section>
  );
}

interface ConditionRowProps {
  readonly condition: Condition;
  readonly headers: readonly string[];
  readonly onChange: (part: Partial<Condition>) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ condition, headers, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation("import");
  const called = useHeader();
  const { column, kind, value } = condition;
  const asksValue = kind !== "is-empty" && kind !== "is-not-empty";
  return (
    <div className={styles.condition}>
      <Select
        size="sm"
        aria-label={t("options.conditionColumn")}
        searchable
        openOnFocus={false}
        allowDeselect={false}
        // A column of an earlier list may not be there any more.
        data={(headers.includes(column) ? headers : [column, ...headers]).map((value) => ({
          value,
          label: called(value),
        }))}
        value={column}
        onChange={(chosen: string | null) => {
          if (chosen !== null) onChange({ column: chosen });
        }}
      />
      <Select
        size="sm"
        aria-label={t("options.conditionKind")}
        allowDeselect={false}
        data={CONDITIONS.map((each) => ({ value: each, label: t(`options.condition.${each}`) }))}
        value={kind}
        onChange={(chosen: string | null) => {
          const next = CONDITIONS.find((each) => each === chosen);
          if (next !== undefined) onChange({ kind: next });
        }}
      />
      {asksValue ? (
        <LazyText
          bare
          label={t("options.conditionValue")}
          value={value}
          placeholder={t("options.conditionValue")}
          onCommit={(text) => onChange({ value: text })}
        />
      ) : (
        <span />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t("options.removeCondition", { column })}
        onClick={onRemove}
      >
        <IconX size="1rem" aria-hidden />
      </ActionIcon>
    </div>
  );
}
