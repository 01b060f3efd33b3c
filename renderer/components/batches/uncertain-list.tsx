import { Button, Group, Stack } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { BatchSummary, QueuedBatch } from "../../../preload/types.ts";
import { Word } from "../../kit/help/word.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useResend } from "./use-resend.tsx";

export interface UncertainListProps {
  /** Batches of the queue belong to several imports: each names its own. */
  readonly batches: readonly (BatchSummary | QueuedBatch)[];
}

/** Batches of which nobody knows whether they arrived: each asks its question here. */
export function UncertainList({ batches }: UncertainListProps) {
  const uncertain = batches.filter((batch) => batch.state === "uncertain");
  if (uncertain.length === 0) return null;
  return (
    <Stack gap="xs">
      {uncertain.map((batch, place) => (
        <Uncertain key={batch.id} batch={batch} isFirst={place === 0} />
      ))}
    </Stack>
  );
}

interface UncertainProps {
  readonly batch: BatchSummary | QueuedBatch;
  readonly isFirst: boolean;
}

function Uncertain({ batch, isFirst }: UncertainProps) {
  const { t } = useTranslation("queue");
  const format = useFormat();
  const several = "fileName" in batch;
  const resolve = useAction("queue.resolve");
  const again = useResend(batch.id);
  const [location] = useLocation();
  const href = `/history/${batch.importId}/batches/${batch.id}`;
  return (
    <Note tone="amber" icon={<IconHelpCircle aria-hidden />}>
      <div>
        {t(several ? "uncertain.questionOf" : "uncertain.question", {
          count: batch.lastRow - batch.firstRow + 1,
          name: several ? batch.fileName : "",
          first: format.row(batch.firstRow, batch.sheet),
          last: format.row(batch.lastRow, batch.sheet),
        })}{" "}
        {t(batch.idempotent ? "uncertain.harmless" : "uncertain.twice")}
        {isFirst && <Word word="uncertain" />}
      </div>
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          loading={resolve.isPending}
          disabled={again.busy}
          onClick={() => resolve.mutate({ batchId: batch.id, as: "sent" })}
        >
          {t("uncertain.sent")}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={resolve.isPending}
          loading={again.busy}
          onClick={again.press}
        >
          {t("uncertain.resend")}
        </Button>
        {batch.correctable && (
          <Button size="xs" variant="default" component={Link} href={`/queue/${batch.id}`}>
            {t("correct.open")}
          </Button>
        )}
        {location !== href && (
          <Button size="xs" variant="subtle" color="gray" component={Link} href={href}>
            {t("uncertain.rows")}
          </Button>
        )}
      </Group>
      {again.question}
    </Note>
  );
}
