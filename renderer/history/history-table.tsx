import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { ImportSummary } from "../../preload/types.ts";
import { ImportBadge } from "../kit/state/import-badge.tsx";
import { Quiet, Table } from "../kit/table/table.tsx";
import { Moment } from "../kit/text/moment.tsx";
import { useFormat } from "../kit/text/use-format.ts";

/** Imports, the newest first. */
export function HistoryTable({ items }: { readonly items: readonly ImportSummary[] }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  return (
    <Table
      label={t("common:screen.history")}
      items={items}
      keyOf={(one) => one.id}
      columns={[
        {
          key: "file",
          head: t("column.file"),
          names: true,
          cell: (one) => (
            <>
              <Link href={`/history/${one.id}`}>{one.fileName}</Link>
              <Quiet>
                <Moment at={one.startedAt} />
              </Quiet>
            </>
          ),
        },
        {
          key: "connection",
          head: t("column.connection"),
          cell: (one) => one.connectionName,
        },
        {
          key: "state",
          head: t("column.state"),
          cell: (one) => <ImportBadge of={one} />,
        },
        {
          key: "rows",
          head: t("column.rows"),
          number: true,
          cell: (one) => format.number(one.counts.rows),
        },
        {
          key: "new",
          head: t("column.new"),
          number: true,
          cell: (one) => format.number(one.counts.customersNew),
        },
        {
          key: "updated",
          head: t("column.updated"),
          number: true,
          cell: (one) => format.number(one.counts.customersUpdated),
        },
        {
          key: "rejected",
          head: t("column.rejected"),
          number: true,
          cell: (one) => format.number(one.counts.rowsRejected),
        },
      ]}
    />
  );
}
