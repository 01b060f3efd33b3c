import { Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { BatchSummary } from "../../../preload/types.ts";
import { StateBadge } from "../../kit/state/state-badge.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Quiet, Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";

const LIMIT = 100;

/** The batches of one import. */
export function BatchTable({ batches }: { readonly batches: readonly BatchSummary[] }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  const [offset, setOffset] = useState(0);
  const count = (value: number | null) => (value === null ? "–" : format.number(value));
  return (
    <Stack gap="sm">
      <Table
        label={t("tab.batches")}
        items={batches.slice(offset, offset + LIMIT)}
        keyOf={(batch) => batch.id}
        columns={[
          {
            key: "batch",
            head: t("column.batch"),
            word: "batch",
            names: true,
            cell: (batch) => (
              <>
                <Link href={`/history/${batch.importId}/batches/${batch.id}`}>
                  {t(batch.trial ? "trialBatch" : "batch", {
                    number: format.number(batch.position),
                  })}
                </Link>
                <Quiet>
                  {t("queue:rowRange", {
                    count: batch.lastRow - batch.firstRow + 1,
                    first: format.row(batch.firstRow, batch.sheet),
                    last: format.row(batch.lastRow, batch.sheet),
                  })}
                </Quiet>
              </>
            ),
          },
          {
            key: "state",
            head: t("column.state"),
            cell: (batch) => (
              <>
                <StateBadge state={batch.standing} />
                {batch.reason && <Quiet>{texts.error(batch.reason)}</Quiet>}
              </>
            ),
          },
          {
            key: "rows",
            head: t("column.rows"),
            number: true,
            cell: (batch) => format.number(batch.rows),
          },
          {
            key: "new",
            head: t("column.new"),
            number: true,
            cell: (batch) => count(batch.created),
          },
          {
            key: "updated",
            head: t("column.updated"),
            number: true,
            cell: (batch) => count(batch.updated),
          },
          {
            key: "attempts",
            head: t("column.attempts"),
            number: true,
            cell: (batch) => format.number(batch.attempts),
          },
        ]}
      />
      <Pager offset={offset} limit={LIMIT} total={batches.length} onOffset={setOffset} />
    </Stack>
  );
}
