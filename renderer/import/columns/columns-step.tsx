import { Button, Group, Title } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft, ListColumn } from "../../../preload/types.ts";
import { Page } from "../../frame/page.tsx";
import { NoticeList } from "../../kit/notice-list.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useGradually } from "../../kit/use-gradually.ts";
import { useAction } from "../../query/use-action.ts";
import { StepFooter } from "../step-footer.tsx";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { ColumnRow } from "./column-row.tsx";
import styles from "./columns.module.css";
import { FixedValues } from "./fixed-values.tsx";
import { KeepMapping } from "./keep-mapping.tsx";
import { Preview } from "./preview.tsx";
import { RememberedNote } from "./remembered-note.tsx";
import { targetsOf } from "./targets.ts";
import { type MappingEditor, useMapping } from "./use-mapping.ts";

/** Rows to begin with, most of what fits a window; then as many as take some 15 ms to make. */
const AT_ONCE = { going: 6, staying: 2 } as const;
const STEP = 3;

/** Which column goes where. */
export function ColumnsStep({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const editor = useMapping(draft);
  const propose = useAction("drafts.proposeMapping");
  const { columns } = draft.reading;
  const going = columns.filter((column) => targetsOf(draft.mapping, column.index).length > 0);
  const staying = columns.filter((column) => !going.includes(column));
  const general = draft.missing.columns.filter((notice) => notice.field === null);
  return (
    <Page
      crumbs={useCrumbs(draft.fileName)}
      title={t("columns.title")}
      lead={t("columns.lead")}
      stepper={<Stepper draft={draft} current="columns" />}
      footer={<StepFooter draft={draft} step="columns" />}
      actions={
        <Group gap="xs">
          <KeepMapping draft={draft} />
          <Button
            variant="default"
            leftSection={<IconWand size="1rem" aria-hidden />}
            loading={propose.isPending}
            onClick={() => propose.mutate({ draftId: draft.id })}
          >
            {t("columns.propose")}
          </Button>
        </Group>
      }
    >
      {draft.remembered && <RememberedNote draftId={draft.id} remembered={draft.remembered} />}
      <NoticeList notices={general} />
      <div className={styles.layout}>
        <div className={styles.groups}>
          <ColumnGroup name="going" columns={going} draft={draft} editor={editor} />
          <FixedValues editor={editor} />
          <ColumnGroup name="staying" columns={staying} draft={draft} editor={editor} />
        </div>
        <Preview draft={draft} editor={editor} />
      </div>
    </Page>
  );
}

interface GroupProps {
  readonly name: "going" | "staying";
  readonly columns: readonly ListColumn[];
  readonly draft: Draft;
  readonly editor: MappingEditor;
}

function ColumnGroup({ name, columns, draft, editor }: GroupProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const shown = useGradually(columns.length, AT_ONCE[name], STEP);
  if (columns.length === 0) return null;
  return (
    <section aria-labelledby={`columns-${name}`}>
      <div className={styles.groupTitle}>
        <Title order={2} id={`columns-${name}`}>
          {t(`columns.${name}`)}
        </Title>
        <span className={styles.groupCount}>{format.number(columns.length)}</span>
      </div>
      <ul className={styles.rows} data-quiet={name === "staying" || undefined}>
        {columns.slice(0, shown).map((column) => (
          <ColumnRow key={column.index} column={column} draft={draft} editor={editor} />
        ))}
      </ul>
    </section>
  );
}
