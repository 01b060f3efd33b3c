import { Checkbox, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UndoStep } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Pager } from "../../kit/pager.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

const LIMIT = 20;

/** The undo states to be undone in the admin pages, each to be ticked off. */
export function UndoSteps({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const [offset, setOffset] = useState(0);
  const query = useCall("undo.steps", { importId, offset, limit: LIMIT }, { keep: true });
  const mark = useAction("undo.markDone");
  const format = useFormat();
  const say = useStepSentence();
  return (
    <Stack gap="xs">
      <Loaded query={query} bars={3}>
        {(page) => (
          <>
            {page.items.map((step) => (
              <Checkbox
                key={`${step.batchId}/${step.arrival}`}
                label={say(step)}
                {...(step.done === null
                  ? {}
                  : {
                      description: t("undo.marked", {
                        by: step.done.by,
                        time: format.exact(step.done.at),
                      }),
                    })}
                checked={step.done !== null}
                disabled={mark.isPending}
                onChange={(event) =>
                  mark.mutate({
                    importId,
                    step: { batchId: step.batchId, arrival: step.arrival },
                    done: event.currentTarget.checked,
                  })
                }
              />
            ))}
            <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
          </>
        )}
      </Loaded>
    </Stack>
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
        first: format.number(step.firstRow),
        last: format.number(step.lastRow),
        count: step.lastRow - step.firstRow + 1,
      }),
    });
  };
}
