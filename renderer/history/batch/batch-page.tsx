import { Code, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PRACTICE_ADDRESS } from "../../../preload/practice-address.ts";
import type { BatchDetail } from "../../../preload/types.ts";
import { BatchRows } from "../../components/batches/batch-rows.tsx";
import { RejectedList } from "../../components/batches/rejected-list.tsx";
import { UncertainList } from "../../components/batches/uncertain-list.tsx";
import { CampaignNames } from "../../components/campaigns/campaign-names.tsx";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { Section } from "../../kit/section.tsx";
import { StateBadge } from "../../kit/state/state-badge.tsx";
import { Table } from "../../kit/table/table.tsx";
import { Facts } from "../../kit/text/facts.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "../history.module.css";
import { BatchLog } from "./batch-log.tsx";
import { Earlier } from "./earlier-batch.tsx";

export interface BatchPageProps {
  readonly importId: number;
  readonly batchId: number;
}

/** One batch: what was asked of the platform, with which rows, and what it answered. */
export function BatchPage({ importId, batchId }: BatchPageProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const query = useCall("history.batch", { batchId });
  const detail = useCall("history.get", { importId }).data;
  const fileName = detail?.fileName ?? "…";
  const batch = query.data;
  const title =
    batch === undefined
      ? t("common:loading")
      : t("batch", { number: format.number(batch.position) });
  return (
    <Page
      crumbs={[
        { text: t("common:screen.history"), href: "/history" },
        { text: fileName, href: `/history/${importId}` },
        { text: title },
      ]}
      title={title}
      account={detail && { connectionId: detail.connectionId, name: detail.connectionName }}
      lead={batch && <StateBadge state={batch.standing} />}
    >
      <Loaded query={query}>
        {(shown) => <Body batch={shown} connectionId={detail?.connectionId ?? null} />}
      </Loaded>
    </Page>
  );
}

interface BodyProps {
  readonly batch: BatchDetail;
  readonly connectionId: number | null;
}

function Body({ batch, connectionId }: BodyProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  return (
    <div>
      <Stack gap="md" mb="lg">
        <UncertainList batches={[batch]} />
        <RejectedList batches={[batch]} />
        <Facts
          facts={[
            {
              name: t("column.rows"),
              value: t("rowsFromTo", {
                count: batch.rows,
                first: format.row(batch.firstRow, batch.sheet),
                last: format.row(batch.lastRow, batch.sheet),
              }),
            },
            ...(batch.reason === null
              ? []
              : [{ name: t("column.reason"), value: texts.error(batch.reason) }]),
            ...(batch.sentTo === null || batch.sentTo === PRACTICE_ADDRESS
              ? []
              : [{ name: t("settings.address"), value: batch.sentTo }]),
            {
              name: t("settings.campaigns"),
              value: <CampaignNames connectionId={connectionId} ids={batch.campaigns} />,
            },
            { name: t("column.attempts"), value: format.number(batch.attempts) },
            {
              name: t("idempotent"),
              value: t(batch.idempotent ? "idempotentYes" : "idempotentNo"),
            },
          ]}
        />
      </Stack>
      <Section title={t("request")} help={t("requestHelp")}>
        <Table
          label={t("request")}
          items={batch.request}
          keyOf={(one) => one.name}
          columns={[
            {
              key: "name",
              head: t("parameter"),
              names: true,
              cell: (one) => <span className="mono">{one.name}</span>,
            },
            {
              key: "value",
              head: t("value"),
              cell: (one) => <span className={`${styles.value} mono`}>{one.value}</span>,
            },
          ]}
        />
      </Section>
      {batch.rowsSent.length > 0 && (
        <Section title={t("rowsSent")} help={t("rowsSentHelp")}>
          <BatchRows
            label={t("rowsSent")}
            fields={batch.fields}
            rows={batch.rowsSent}
            sheet={batch.sheet}
          />
        </Section>
      )}
      <Section title={t("reply")}>
        {batch.reply === null ? (
          t("noReply")
        ) : (
          <>
            <div>{t("status", { status: batch.reply.status })}</div>
            <Code block className={styles.reply ?? ""}>
              {batch.reply.body}
            </Code>
            {batch.reply.cut && <div>{t("replyCut")}</div>}
          </>
        )}
      </Section>
      {batch.earlier.map((former) => (
        <Earlier key={former.attempt} batch={former} sheet={batch.sheet} />
      ))}
      <Section title={t("log")}>
        <BatchLog log={batch.log} />
      </Section>
    </div>
  );
}
