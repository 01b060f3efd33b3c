import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { QueuedBatch } from "../../preload/types.ts";
import { Account } from "../components/account.tsx";
import { Confirm } from "../kit/messages/confirm.tsx";
import { StateBadge } from "../kit/state/state-badge.tsx";
import { Quiet, Table } from "../kit/table/table.tsx";
import { useFormat } from "../kit/text/use-format.ts";
import { useAction } from "../query/use-action.ts";
import { useHeld, useWhy } from "./use-why.ts";

/** The waiting batches, one a row, with the reason and the next try. */
export function QueueTable({ items }: { readonly items: readonly QueuedBatch[] }) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  const why = useWhy();
  const heldBy = useHeld();
  const [cancelling, setCancelling] = useState<QueuedBatch | null>(null);
  const cancel = useAction("queue.cancelBatch", { onSuccess: () => setCancelling(null) });
  const rowsOf = (batch: QueuedBatch) =>
    t("rowRange", {
      count: batch.lastRow - batch.firstRow + 1,
      first: format.row(batch.firstRow, batch.sheet),
      last: format.row(batch.lastRow, batch.sheet),
    });
  return (
    <>
      <Table
        label={t("common:screen.queue")}
        items={items}
        keyOf={(batch) => batch.id}
        columns={[
          {
            key: "batch",
            head: t("column.batch"),
            names: true,
            cell: (batch) => (
              <>
                <Link href={`/history/${batch.importId}/batches/${batch.id}`}>
                  {batch.fileName}
                </Link>
                <Quiet whole>{rowsOf(batch)}</Quiet>
              </>
            ),
          },
          {
            key: "connection",
            head: t("column.connection"),
            cell: (batch) => (
              <Account bare connectionId={batch.connectionId} name={batch.connectionName} />
            ),
          },
          {
            key: "state",
            head: t("column.state"),
            cell: (batch) => (
              <>
                <StateBadge state={batch.standing} />
                {batch.nextTry !== null && heldBy(batch) === null && (
                  <Quiet>{t("nextTry", { time: format.clock(batch.nextTry) })}</Quiet>
                )}
              </>
            ),
          },
          {
            key: "reason",
            head: t("column.reason"),
            cell: why,
          },
          {
            key: "attempts",
            head: t("column.attempts"),
            number: true,
            cell: (batch) => format.number(batch.attempts),
          },
          {
            key: t("cancel"),
            head: "",
            // No wider than its button: the reasons need the room.
            number: true,
            cell: (batch) =>
              batch.state === "queued" || batch.state === "waiting" ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t("cancelOf", { rows: rowsOf(batch) })}
                  onClick={() => setCancelling(batch)}
                >
                  {t("cancel")}
                </Button>
              ) : null,
          },
        ]}
      />
      <Confirm
        opened={cancelling !== null}
        title={t("cancelTitle")}
        action={t("cancelAction")}
        danger
        busy={cancel.isPending}
        onConfirm={() => cancelling !== null && cancel.mutate({ batchId: cancelling.id })}
        onClose={() => setCancelling(null)}
      >
        {cancelling !== null &&
          t("cancelText", { rows: rowsOf(cancelling), name: cancelling.fileName })}
      </Confirm>
    </>
  );
}
