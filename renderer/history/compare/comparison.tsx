import { Group, SegmentedControl, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CHANGES_SHOWN } from "../../../preload/choices.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useCall } from "../../query/use-call.ts";
import { ListExportMenu } from "../list-export-menu.tsx";
import { ComparedTable } from "./compared-table.tsx";
import type { ComparisonProps, Shown } from "./shown.ts";

/** The counts of each kind of change, and the rows of the kind that is chosen. */
export function Comparison({ importId, beforeId }: ComparisonProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const query = useCall("history.compare", { importId, beforeId });
  const [chosen, setChosen] = useState<Shown | null>(null);
  return (
    <Loaded query={query}>
      {({ counts, fields, notCompared }) => {
        const count = (one: Shown) => counts[one] ?? 0;
        const shown = CHANGES_SHOWN.filter((one) => one !== "left-out" || count(one) > 0);
        const change = chosen ?? shown.find((one) => count(one) > 0) ?? "added";
        const list = { kind: "compared", importId, beforeId, change } as const;
        return (
          <Stack gap="md">
            <Group justify="space-between" gap="xs">
              <SegmentedControl
                aria-label={t("compare.kind")}
                data={shown.map((value) => ({
                  value,
                  label: `${t(`words:compare.${value}`)} ${format.number(count(value))}`,
                }))}
                value={change}
                onChange={(value: string) =>
                  setChosen(CHANGES_SHOWN.find((one) => one === value) ?? null)
                }
              />
              {count(change) > 0 && <ListExportMenu list={list} />}
            </Group>
            <div>{t("compare.same", { count: counts.same })}</div>
            {notCompared > 0 && (
              <Note tone="neutral" icon={<IconInfoCircle aria-hidden />}>
                {t("compare.notCompared", { count: notCompared })}
              </Note>
            )}
            <ComparedTable
              key={change}
              importId={importId}
              beforeId={beforeId}
              change={change}
              fields={fields}
            />
          </Stack>
        );
      }}
    </Loaded>
  );
}
