import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { UndoLeft } from "../../../preload/types.ts";
import { Section } from "../../kit/section.tsx";
import { Quiet } from "../../kit/table.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useSave } from "../../kit/use-save.ts";
import { useAction } from "../../query/use-action.ts";
import styles from "../history.module.css";

export interface UndoLeftListProps {
  readonly importId: number;
  readonly left: readonly UndoLeft[];
}

/** Customers named for each kind of thing that stays. */
const NAMED = 3;
const FORMATS = ["xlsx", "csv"] as const;

/** What cannot be undone from here, by count and by name; all of it can be saved. */
export function UndoLeftList({ importId, left }: UndoLeftListProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const save = useSave();
  const exporting = useAction("undo.export", { onSuccess: save });
  const named = ({ samples, count }: UndoLeft) => {
    const shown = samples.slice(0, NAMED).map(({ customer }) => customer);
    const more = count - shown.length;
    return format.list(more > 0 ? [...shown, t("words:undo.plan.more", { count: more })] : shown);
  };
  return (
    <Section title={t("words:undo.plan.stays")}>
      <ul className={styles.list}>
        {left.map((one) => (
          <li key={one.kind}>
            {one.total === null
              ? t(`words:undo.left.${one.kind}`, { count: one.count })
              : t(`words:undo.left.${one.kind}-total`, { count: one.count, total: one.total })}
            {one.samples.length > 0 && <Quiet>{named(one)}</Quiet>}
          </li>
        ))}
      </ul>
      <Group gap="xs">
        {FORMATS.map((each) => (
          <Button
            key={each}
            size="xs"
            variant="default"
            leftSection={<IconDownload size="1rem" aria-hidden />}
            disabled={exporting.isPending}
            onClick={() => exporting.mutate({ importId, format: each })}
          >
            {t(`undo.save.${each}`)}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
