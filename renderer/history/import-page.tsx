import { Button, Group, Tabs } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ImportDetail } from "../../preload/types.ts";
import { UncertainList } from "../components/batches/uncertain-list.tsx";
import { GeneratedTab } from "../components/generated/generated-ids.tsx";
import { cancelledRows, stayedBehind } from "../components/rows-not-sent.ts";
import { UndoButton } from "../components/undo/undo-button.tsx";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { BatchStrip } from "../kit/state/batch-strip.tsx";
import { ImportBadge } from "../kit/state/import-badge.tsx";
import { Figure, Figures } from "../kit/text/figure.tsx";
import { useFormat } from "../kit/text/use-format.ts";
import { useCall } from "../query/use-call.ts";
import { BatchTable } from "./batch/batch-table.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { ImportAgain } from "./import-again.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { ImportSettings } from "./import-settings.tsx";

/** One import in full. */
export function ImportPage({ importId }: { readonly importId: number }) {
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
      <Loaded query={query}>{(shown) => <Body detail={shown} />}</Loaded>
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
      <UndoButton importId={detail.id} />
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

function Body({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const { counts } = detail;
  return (
    <>
      <Figures>
        <Figure value={format.number(counts.customersNew)} label={t("column.new")} />
        <Figure value={format.number(counts.customersUpdated)} label={t("column.updated")} />
        <Figure
          value={format.number(counts.rowsRejected)}
          label={t("column.rejected")}
          tone={counts.rowsRejected > 0 ? "red" : "neutral"}
        />
        <Figure
          value={format.number(counts.rowsUncertain)}
          label={t("uncertain")}
          tone={counts.rowsUncertain > 0 ? "amber" : "neutral"}
        />
        <Figure value={format.number(notSent(detail))} label={t("notSent")} />
      </Figures>
      <UncertainList batches={detail.batches} />
      <BatchStrip batches={detail.batches} />
      <Tabs defaultValue="batches" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="batches">{t("tab.batches")}</Tabs.Tab>
          <Tabs.Tab value="problems">{t("tab.problems")}</Tabs.Tab>
          <Tabs.Tab value="generated">{t("tab.generated")}</Tabs.Tab>
          <Tabs.Tab value="settings">{t("tab.settings")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="batches">
          <BatchTable batches={detail.batches} />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ImportProblems importId={detail.id} sheet={detail.sheet} />
        </Tabs.Panel>
        <Tabs.Panel value="generated">
          <GeneratedTab importId={detail.id} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <ImportSettings detail={detail} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
