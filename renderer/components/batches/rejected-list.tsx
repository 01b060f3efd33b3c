import { Button, Group, Stack } from "@mantine/core";
import { IconAlertCircle, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { BatchSummary, QueuedBatch } from "../../../preload/types.ts";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { ChooseCampaigns, isOfCampaign } from "./choose-campaigns.tsx";
import { useResend } from "./use-resend.tsx";

/** Batches listed at most; a person finds the others in the table of batches. */
const SHOWN = 5;

export interface RejectedListProps {
  /** Those of the queue belong to several imports: each names its own, and waits for a decision. */
  readonly batches: readonly (BatchSummary | QueuedBatch)[];
}

/** Batches that the platform refused: why, and what can be done about each. */
export function RejectedList({ batches }: RejectedListProps) {
  const rejected = batches.filter((batch) => batch.state === "rejected" && batch.correctable);
  if (rejected.length === 0) return null;
  return (
    <Stack gap="xs">
      {rejected.slice(0, SHOWN).map((batch) => (
        <Rejected key={batch.id} batch={batch} />
      ))}
    </Stack>
  );
}

function Rejected({ batch }: { readonly batch: BatchSummary | QueuedBatch }) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  const texts = useTexts();
  const again = useResend(batch.id);
  const skip = useAction("queue.cancelBatch");
  const queued = "fileName" in batch ? batch : null;
  const rows = t(queued === null ? "rejected.rows" : "rejected.rowsOf", {
    count: batch.lastRow - batch.firstRow + 1,
    name: queued?.fileName ?? "",
    first: format.row(batch.firstRow, batch.sheet),
    last: format.row(batch.lastRow, batch.sheet),
  });
  return (
    <Note tone="red" icon={<IconAlertCircle aria-hidden />}>
      <div>
        {rows} {batch.reason && texts.error(batch.reason)}{" "}
        {queued?.hold === "rejected" && t("rejected.holdsBack")}
      </div>
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size="1rem" aria-hidden />}
          component={Link}
          href={`/queue/${batch.id}`}
        >
          {t("correct.open")}
        </Button>
        {isOfCampaign(batch) && <ChooseCampaigns batch={batch} />}
        <Button
          size="xs"
          variant="default"
          loading={again.busy}
          disabled={skip.isPending}
          onClick={again.press}
        >
          {t("rejected.again")}
        </Button>
        {queued !== null && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            loading={skip.isPending}
            disabled={again.busy}
            onClick={() => skip.mutate({ batchId: batch.id })}
          >
            {t("rejected.skip")}
          </Button>
        )}
      </Group>
      {again.question}
    </Note>
  );
}
