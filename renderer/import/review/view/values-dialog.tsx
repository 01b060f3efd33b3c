import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../../preload/fields.ts";
import { Dialog } from "../../../kit/messages/dialog.tsx";
import { ErrorPanel } from "../../../kit/messages/error-panel.tsx";
import { useFormat } from "../../../kit/text/use-format.ts";
import { useTexts } from "../../../kit/text/use-texts.ts";
import { useCall } from "../../../query/use-call.ts";
import type { ChosenView } from "./use-view.ts";
import styles from "./view.module.css";

export interface ValuesDialogProps {
  readonly draftId: number;
  readonly field: FieldName;
  readonly chosen: ChosenView;
  readonly onClose: () => void;
}

/** Milliseconds: what is typed is looked for after such a pause. */
const PAUSE = 250;

/** The values that a column holds, to see only rows with some of them. */
export function ValuesDialog({ draftId, field, chosen, onClose }: ValuesDialogProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const format = useFormat();
  const { filter, view } = chosen;
  const before = view.values?.find((each) => each.field === field)?.values ?? [];
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set(before));
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed.trim(), PAUSE);
  const answer = useCall(
    "drafts.shownValues",
    { draftId, filter, view, field, text },
    { keep: true },
  );
  const toggle = (value: string) =>
    setWanted((now) =>
      now.has(value) ? new Set([...now].filter((one) => one !== value)) : new Set([...now, value]),
    );
  const { values = [], more = 0 } = answer.data ?? {};
  return (
    <Dialog
      opened
      title={t("review.column.chooseTitle", { column: texts.field(field) })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t("review.column.search")}
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {answer.error && <ErrorPanel error={answer.error} />}
        <fieldset className={styles.values} aria-label={t("review.column.values")}>
          {values.map(({ value, rows }) => (
            <Checkbox
              key={value}
              checked={wanted.has(value)}
              onChange={() => toggle(value)}
              label={
                <>
                  {value === "" ? t("review.column.empty") : value}{" "}
                  <span className={styles.rows}>
                    {t("review.kindRows", { count: rows, formatted: format.number(rows) })}
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
        <output>
          {more > 0
            ? t("review.column.more", { count: more })
            : answer.data !== undefined && values.length === 0 && t("review.column.noValue")}
        </output>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:notNow")}
          </Button>
          <Button
            disabled={wanted.size === 0}
            onClick={() => {
              chosen.chooseValues(field, [...wanted]);
              onClose();
            }}
          >
            {t("review.column.show")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
