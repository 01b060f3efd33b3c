import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { TABLE_FORMATS } from "../../../preload/choices.ts";
import type { Irreversible, UndoPlan } from "../../../preload/types.ts";
import { stays } from "../../../preload/undo-stays.ts";
import { saveFile } from "../../kit/save-file.tsx";
import { Section } from "../../kit/section.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";

export interface IrreversibleListProps {
  readonly plan: Pick<UndoPlan, "importId" | "irreversible" | "way">;
}

/** Customers named for each kind of thing that stays. */
const NAMED = 3;

/** What cannot be undone from here, by count and by name; all of it can be saved. */
export function IrreversibleList({ plan }: IrreversibleListProps) {
  const { importId, way } = plan;
  const { t } = useTranslation("history");
  const format = useFormat();
  const exporting = useAction("undo.export", { onSuccess: saveFile });
  const named = ({ samples, count }: Irreversible) => {
    const shown = samples.slice(0, NAMED).map(({ customer }) => customer);
    const more = count - shown.length;
    return format.list(more > 0 ? [...shown, t("words:undo.plan.more", { count: more })] : shown);
  };
  return (
    <Section title={t(`words:undo.plan.${staysTitle(way)}`)}>
      <Table
        label={t("undo.table.what")}
        items={stays(plan)}
        keyOf={(one) => one.kind}
        columns={[
          {
            key: "what",
            head: t("undo.table.what"),
            names: true,
            cell: ({ text, count, total, days }) =>
              t(`words:undo.irreversible.${text}`, { count, total, days }),
          },
          {
            key: "which",
            head: t("undo.table.which"),
            cell: (one) => (one.samples.length > 0 ? named(one) : "–"),
          },
        ]}
      />
      <Group gap="xs">
        {TABLE_FORMATS.map((each) => (
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

/** Where all of it can be undone elsewhere, this stays only as long as that is not done. */
function staysTitle(way: UndoPlan["way"]): string {
  return way === "there" || way === "either" ? `stays-${way}` : "stays";
}
