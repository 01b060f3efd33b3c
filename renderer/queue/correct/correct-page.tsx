import { Group } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BatchDetail, RowFilter } from "../../../preload/types.ts";
import { ChooseCampaigns, isOfCampaign } from "../../components/batches/choose-campaigns.tsx";
import { Counts } from "../../components/grid/counts.tsx";
import { Grid } from "../../components/grid/grid.tsx";
import { GridFoot } from "../../components/grid/grid-foot.tsx";
import { rowsOfCall } from "../../components/grid/rows/row-source.ts";
import { useToldCell } from "../../components/grid/told-cell.ts";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";
import { CorrectFooter } from "./correct-footer.tsx";
import { useBatchCorrections } from "./use-batch-corrections.ts";

/** The rows of a rejected batch, or of one set aside, to be corrected and sent again. */
export function CorrectPage({ batchId }: { readonly batchId: number }) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  const query = useCall("history.batch", { batchId });
  const batch = query.data;
  const detail = useCall(
    "history.get",
    { importId: batch?.importId ?? 0 },
    { enabled: batch !== undefined },
  ).data;
  const counts = useCall("batches.rows", { batchId, filter: "all", offset: 0, limit: 1 });
  const title =
    batch === undefined
      ? t("common:loading")
      : t("correct.title", {
          count: batch.lastRow - batch.firstRow + 1,
          first: format.row(batch.firstRow, batch.sheet),
          last: format.row(batch.lastRow, batch.sheet),
        });
  return (
    <Page
      crumbs={[
        { text: t("common:screen.queue"), href: "/queue" },
        ...(batch === undefined
          ? []
          : [
              {
                text: detail?.fileName ?? "…",
                href: `/history/${batch.importId}/batches/${batch.id}`,
              },
            ]),
        { text: t("correct.crumb") },
      ]}
      title={title}
      account={detail && { connectionId: detail.connectionId, name: detail.connectionName }}
      lead={t("correct.lead")}
      width="full"
      footer={
        batch !== undefined &&
        counts.data !== undefined && <CorrectFooter batchId={batchId} counts={counts.data.counts} />
      }
    >
      <Loaded query={query}>
        {(shown) =>
          counts.error === null ? (
            <Rows batch={shown} counts={counts.data?.counts} />
          ) : (
            <ErrorPanel error={counts.error} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Rows({
  batch,
  counts,
}: {
  readonly batch: BatchDetail;
  readonly counts: Parameters<typeof Counts>[0]["counts"] | undefined;
}) {
  const { t } = useTranslation("queue");
  const texts = useTexts();
  const [filter, setFilter] = useState<RowFilter>("all");
  const corrections = useBatchCorrections(batch.id);
  const cell = useToldCell();
  const source = rowsOfCall("batches.rows", { batchId: batch.id, filter });
  const tone = batch.state === "rejected" ? "red" : "amber";
  return (
    <>
      {batch.reason !== null && (
        <Note tone={tone} icon={<IconAlertCircle aria-hidden />}>
          {texts.error(batch.reason)} {batch.state === "uncertain" && t("correct.mayHaveArrived")}
          {isOfCampaign(batch) && (
            <Group mt="xs">
              <ChooseCampaigns batch={batch} />
            </Group>
          )}
        </Note>
      )}
      {counts && <Counts counts={counts} filter={filter} onFilter={setFilter} />}
      <Grid
        key={filter}
        source={source}
        filter={filter}
        corrections={corrections}
        sheet={batch.sheet}
        cell={cell}
      />
      <GridFoot cell={cell} keys={t("correct.keys")} />
    </>
  );
}
