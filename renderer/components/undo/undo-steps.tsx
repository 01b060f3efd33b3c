import { Button, Group, Stack } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UndoStep } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Quiet } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

const LIMIT = 20;

/** The undo states to be undone in the admin pages, newest first; who did it says so. */
export function UndoSteps({ importId }: { readonly importId: number }) {
  const [offset, setOffset] = useState(0);
  const query = useCall("undo.steps", { importId, offset, limit: LIMIT }, { keep: true });
  const mark = useAction("undo.markDone");
  return (
    <Stack gap="xs">
      <Loaded query={query} bars={3}>
        {(page) => (
          <>
            {page.items.map((step) => (
              <Step
                key={`${step.batchId}/${step.arrival}`}
                step={step}
                busy={mark.isPending}
                onMark={(done) => {
                  const { batchId, arrival } = step;
                  mark.mutate({ importId, step: { batchId, arrival }, done });
                }}
              />
            ))}
            <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

interface StepProps {
  readonly step: UndoStep;
  readonly busy: boolean;
  readonly onMark: (done: boolean) => void;
}

function Step({ step, busy, onMark }: StepProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const say = useStepSentence();
  const { done } = step;
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        {say(step)}
        {done !== null && (
          <Quiet>{t("undo.marked", { by: done.by, time: format.exact(done.at) })}</Quiet>
        )}
      </div>
      <Button
        size="xs"
        variant={done === null ? "default" : "subtle"}
        {...(done === null ? { leftSection: <IconCheck size="1rem" aria-hidden /> } : {})}
        miw="max-content"
        disabled={busy}
        onClick={() => onMark(done === null)}
      >
        {t(done === null ? "undo.done" : "undo.notDone")}
      </Button>
    </Group>
  );
}

function useStepSentence(): (step: UndoStep) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (step) => {
    const known = step.created !== null && step.updated !== null;
    const counts = known
      ? t("words:undo.counts", { created: step.created, updated: step.updated })
      : t("words:undo.counts-unknown", { rows: format.number(step.rows), count: step.rows });
    return t(step.sure ? "words:undo.step" : "words:undo.step-maybe", {
      account: step.accountId,
      at: format.precise(step.at),
      counts,
      span: t("words:undo.span", {
        first: format.row(step.firstRow, step.sheet),
        last: format.row(step.lastRow, step.sheet),
        count: step.lastRow - step.firstRow + 1,
      }),
    });
  };
}
