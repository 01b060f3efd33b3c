import { Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconDownload } from "@tabler/icons-react";
import { useDeferredValue, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CheckState, Draft } from "../../../preload/types.ts";
import { Counts } from "../../components/grid/counts.tsx";
import { Grid } from "../../components/grid/grid.tsx";
import { GridFoot } from "../../components/grid/grid-foot.tsx";
import { rowsOfCall } from "../../components/grid/rows/row-source.ts";
import { useCorrections } from "../../components/grid/rows/use-corrections.ts";
import { useToldCell } from "../../components/grid/told-cell.ts";
import { announce } from "../../kit/messages/announce.tsx";
import { NoticeList } from "../../kit/messages/notice-list.tsx";
import { saveFile } from "../../kit/save-file.tsx";
import { useAction } from "../../query/use-action.ts";
import { isOfUnchanged, OnlyChanged } from "./only-changed.tsx";
import { OnlyWhere } from "./only-where.tsx";
import { ProblemKinds } from "./problem-kinds.tsx";
import { SendSentence, useSmallFooter } from "./send-sentence.tsx";
import { UnknownCampaigns } from "./unknown-campaigns.tsx";
import { useReviewRows } from "./view/use-review-rows.tsx";

export interface CheckedProps {
  readonly draft: Draft;
  readonly done: Extract<CheckState, { readonly kind: "done" }>;
  /** Checks the list anew. */
  readonly onCheck: () => void;
}

/** The result of the check: counts that filter, and the rows. */
export function Checked({ draft, done, onCheck }: CheckedProps) {
  const { t } = useTranslation("import");
  const rows = useReviewRows(draft.id, done.counts.tiles.errors > 0 ? "errors" : "all");
  const { chosen } = rows;
  const { filter, view } = chosen;
  // Another grid is made beside the one that is seen, in pieces that hold nothing else up.
  const made = useDeferredValue(filter);
  const madeView = useDeferredValue(view);
  const corrections = useCorrections(draft.id, chosen);
  const cell = useToldCell();
  const small = useSmallFooter();
  const exportInvalid = useAction("drafts.exportInvalid", { onSuccess: saveFile });
  const { total, tiles } = done.counts;
  const invalid = tiles.errors;
  useEffect(() => {
    announce(t("review.doneSpoken", { count: total, invalid }));
  }, [total, invalid, t]);
  return (
    <>
      <OnlyWhere conditions={draft.options.conditions ?? []} />
      <OnlyChanged draft={draft} notices={done.notices} onCheck={onCheck} />
      <UnknownCampaigns draft={draft} />
      <NoticeList notices={done.notices.filter((notice) => !isOfUnchanged(notice))} />
      <Counts counts={done.counts} filter={filter} onFilter={chosen.setFilter} />
      <ProblemKinds
        draftId={draft.id}
        rows={filter === "all" ? total : tiles[filter]}
        chosen={chosen}
        corrections={corrections}
      />
      {rows.bar}
      <Grid
        key={`${made} ${JSON.stringify(madeView.problem)}`}
        source={rowsOfCall("drafts.rows", { draftId: draft.id, filter: made, view: madeView })}
        filter={made}
        corrections={corrections}
        sheet={draft.reading.sheet}
        cell={cell}
        {...rows.grid}
      />
      {rows.dialog}
      {small && <SendSentence draft={draft} done={done} />}
      <GridFoot cell={cell} keys={t("review.keys")}>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
          disabled={!corrections.canUndo}
          onClick={corrections.undo}
        >
          {t("review.undo")}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowForwardUp size="1rem" aria-hidden />}
          disabled={!corrections.canRedo}
          onClick={corrections.redo}
        >
          {t("review.redo")}
        </Button>
        {invalid > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size="1rem" aria-hidden />}
            loading={exportInvalid.isPending}
            onClick={() => exportInvalid.mutate({ draftId: draft.id })}
          >
            {t("review.exportInvalid", { count: invalid })}
          </Button>
        )}
      </GridFoot>
    </>
  );
}
