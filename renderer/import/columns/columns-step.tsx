import { Button, Group } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft, Finding, Notice } from "../../../preload/types.ts";
import { ColumnGroup } from "../../components/mapping/column-group.tsx";
import styles from "../../components/mapping/columns.module.css";
import { FixedValues } from "../../components/mapping/fixed-values.tsx";
import { listOf } from "../../components/mapping/mapped-list.ts";
import { useMapping } from "../../components/mapping/use-mapping.ts";
import { Page } from "../../frame/page.tsx";
import { Afterwards } from "../../kit/afterwards.tsx";
import { Word } from "../../kit/help/word.tsx";
import { NoticeList } from "../../kit/messages/notice-list.tsx";
import { useAction } from "../../query/use-action.ts";
import { ListFindings } from "../list-findings.tsx";
import { StepFooter } from "../step-footer.tsx";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { KeepMapping } from "./keep-mapping.tsx";
import { Preview } from "./preview.tsx";
import { RememberedNote } from "./remembered-note.tsx";

/** Which column goes where. */
export function ColumnsStep({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const editor = useMapping(draft);
  const propose = useAction("drafts.proposeMapping");
  const list = listOf(draft);
  const general = draft.missing.columns.filter(
    (notice) => notice.field === null && !isToldAlready(notice, draft.findings),
  );
  return (
    <Page
      crumbs={useCrumbs(draft.fileName)}
      title={t("columns.title")}
      lead={t("columns.lead")}
      account={{ connectionId: draft.options.connectionId }}
      stepper={<Stepper draft={draft} current="columns" />}
      footer={<StepFooter draft={draft} step="columns" />}
      actions={
        <Group gap="xs">
          <Group gap={4}>
            <KeepMapping draft={draft} />
            <Word word="mapping" />
          </Group>
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
      <Afterwards>
        {draft.remembered && <RememberedNote draftId={draft.id} remembered={draft.remembered} />}
        <ListFindings draft={draft} />
        <NoticeList notices={general} />
        <div className={styles.layout}>
          <div className={styles.groups}>
            <ColumnGroup name="going" list={list} editor={editor} />
            <FixedValues editor={editor} />
            <ColumnGroup name="staying" list={list} editor={editor} />
          </div>
          <Preview draft={draft} editor={editor} />
        </div>
      </Afterwards>
    </Page>
  );
}

/** Of a column that its own header contradicts, an earlier list says no more. */
function isToldAlready({ code, params }: Notice, findings: readonly Finding[]): boolean {
  return (
    code === "kept-column-doubted" &&
    findings.some((each) => each.code === "column-unlike-header" && each.column === params.column)
  );
}
