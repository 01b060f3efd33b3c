import { Button, Stack } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UndoStep } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Quiet, Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

const LIMIT = 20;

/** The undo states to be undone in the admin pages, newest first; who did it says so. */
export function UndoSteps({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const [offset, setOffset] = useState(0);
  const query = useCall("undo.steps", { importId, offset, limit: LIMIT }, { keep: true });
  return (
    <Stack gap="xs">
      <Loaded query={query} bars={3}>
        {({ items, total }) => (
          <>
            {items[0] !== undefined && (
              <div>{t("words:undo.steps-intro", { account: items[0].accountId })}</div>
            )}
            <StepTable importId={importId} steps={items} />
            <Pager offset={offset} limit={LIMIT} total={total} onOffset={setOffset} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

interface StepTableProps {
  readonly importId: number;
  readonly steps: readonly UndoStep[];
}

/** What helps to find each step in the admin pages: time of import, counts, rows. */
function StepTable({ importId, steps }: StepTableProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const countsOf = ({ created, updated, rows }: UndoStep) =>
    created !== null && updated !== null
      ? t("words:undo.counts", { created, updated })
      : t("words:undo.counts-unknown", { rows: format.number(rows), count: rows });
  return (
    <Table
      label={t("undo.table.steps")}
      items={steps}
      keyOf={(step) => `${step.batchId}/${step.arrival}`}
      columns={[
        {
          key: "when",
          head: t("undo.table.when"),
          names: true,
          cell: (step) => (
            <>
              {format.precise(step.at)}
              {!step.sure && <Quiet>{t("undo.table.unsure")}</Quiet>}
            </>
          ),
        },
        { key: "customers", head: t("undo.table.customers"), cell: countsOf },
        {
          key: "rows",
          head: t("undo.table.rows"),
          cell: (step) =>
            t("words:undo.span", {
              first: format.row(step.firstRow, step.sheet),
              last: format.row(step.lastRow, step.sheet),
              count: step.lastRow - step.firstRow + 1,
            }),
        },
        {
          key: "done",
          head: t("undo.table.done"),
          cell: (step) => <Done importId={importId} step={step} />,
        },
      ]}
    />
  );
}

function Done({ importId, step }: { readonly importId: number; readonly step: UndoStep }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const mark = useAction("undo.markDone");
  const { batchId, arrival, done } = step;
  const at = format.precise(step.at);
  return (
    <>
      <Button
        size="xs"
        variant={done === null ? "default" : "subtle"}
        {...(done === null ? { leftSection: <IconCheck size="1rem" aria-hidden /> } : {})}
        aria-label={t(done === null ? "undo.table.doneOf" : "undo.table.notDoneOf", { at })}
        loading={mark.isPending}
        onClick={() => mark.mutate({ importId, step: { batchId, arrival }, done: done === null })}
      >
        {t(done === null ? "undo.done" : "undo.notDone")}
      </Button>
      {done !== null && (
        <Quiet>{t("undo.marked", { by: done.by, time: format.exact(done.at) })}</Quiet>
      )}
    </>
  );
}
