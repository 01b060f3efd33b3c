import { Button, Group } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ImportRowFilter } from "../../../preload/choices.ts";
import type { ImportDetail } from "../../../preload/types.ts";
import { UncertainList } from "../../components/batches/uncertain-list.tsx";
import { cancelledRows, stayedBehind } from "../../components/rows-not-sent.ts";
import { UndoButton } from "../../components/undo/undo-button.tsx";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { BatchStrip } from "../../kit/state/batch-strip.tsx";
import { ImportBadge } from "../../kit/state/import-badge.tsx";
import { Figure, Figures } from "../../kit/text/figure.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useCall } from "../../query/use-call.ts";
import { ExportMenu } from "./export-menu.tsx";
import { ImportAgain } from "./import-again.tsx";
import { ImportTabs } from "./import-tabs.tsx";

export interface ImportPageProps {
  readonly importId: number;
  /** Which of its rows are shown; absent: another side of it. */
  readonly rows?: ImportRowFilter;
}

/** One import in full. */
export function ImportPage({ importId, rows }: ImportPageProps) {
  const { t } = useTranslation("history");
  const query = useCall("history.get", { importId });
  const detail = query.data;
  return (
    <Page
      crumbs={[
        { text: t("common:screen.history"), href: "/history" },
        { text: detail?.fileName ?? "…" },
      ]}
      title={detail?.fileName ?? t("common:loading")}
      account={detail && { connectionId: detail.connectionId, name: detail.connectionName }}
      lead={detail && <Lead detail={detail} />}
      actions={detail && <Actions detail={detail} />}
    >
      <Loaded query={query}>{(shown) => <Body detail={shown} rows={rows ?? null} />}</Loaded>
    </Page>
  );
}

function Lead({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  return (
    <Group gap="sm">
      <ImportBadge of={detail} />
      <span>
        {t("sentTo", {
          name: detail.connectionName,
          time: format.exact(detail.startedAt),
        })}
      </span>
    </Group>
  );
}

function Actions({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  return (
    <Group gap="xs">
      <UndoButton of={detail} />
      <ImportAgain importId={detail.id} />
      <Button
        variant="default"
        leftSection={<IconArrowsDiff size="1rem" aria-hidden />}
        onClick={() => navigate(`/history/${detail.id}/compare`)}
      >
        {t("compare.button")}
      </Button>
      <ExportMenu importId={detail.id} />
      {detail.counts.open > 0 && (
        <Button onClick={() => navigate(`/import/sent/${detail.id}`)}>{t("progress")}</Button>
      )}
    </Group>
  );
}

/** Rows with problems, left out, or cancelled before they went out. */
function notSent(detail: ImportDetail): number {
  return stayedBehind(detail) + cancelledRows(detail);
}

interface BodyProps {
  readonly detail: ImportDetail;
  readonly rows: ImportRowFilter | null;
}

function Body({ detail, rows }: BodyProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const { counts } = detail;
  const href = (kind: ImportRowFilter) => `/history/${detail.id}/rows/${kind}`;
  return (
    <>
      <Figures>
        <Figure
          value={format.number(counts.customersNew)}
          label={t("column.new")}
          href={href("accepted")}
        />
        <Figure
          value={format.number(counts.customersUpdated)}
          label={t("column.updated")}
          href={href("accepted")}
        />
        <Figure
          value={format.number(counts.rowsRejected)}
          label={t("column.rejected")}
          href={href("rejected")}
          tone={counts.rowsRejected > 0 ? "red" : "neutral"}
        />
        <Figure
          value={format.number(counts.rowsUncertain)}
          label={t("uncertain")}
          href={href("uncertain")}
          tone={counts.rowsUncertain > 0 ? "amber" : "neutral"}
        />
        <Figure
          value={format.number(notSent(detail))}
          label={t("notSent")}
          href={href("not-sent")}
        />
      </Figures>
      <UncertainList batches={detail.batches} />
      <BatchStrip of={detail} />
      <ImportTabs detail={detail} rows={rows} />
    </>
  );
}
