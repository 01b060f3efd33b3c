import { Button, Group } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueuedBatch, QueueSummary } from "../../preload/types.ts";
import { HoldList } from "../components/batches/hold-list.tsx";
import { RejectedList } from "../components/batches/rejected-list.tsx";
import { UncertainList } from "../components/batches/uncertain-list.tsx";
import { PaceWords } from "../components/pace/pace-words.tsx";
import { useAnswered, usePace } from "../components/pace/use-pace.ts";
import { Page } from "../frame/page.tsx";
import { Word } from "../kit/help/word.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { Pager } from "../kit/table/pager.tsx";
import { useAction } from "../query/use-action.ts";
import { useCall } from "../query/use-call.ts";
import { useOnline } from "../query/use-online.ts";
import { EmptyQueue } from "./empty-queue.tsx";
import { PauseMenu } from "./pause-menu.tsx";
import { QueueTable } from "./queue-table.tsx";

const LIMIT = 100;

/** Everything that waits, why, and until when. */
export function QueuePage() {
  const { t } = useTranslation("queue");
  const [offset, setOffset] = useState(0);
  const summary = useCall("queue.summary", {}).data;
  const query = useCall("queue.list", { offset, limit: LIMIT }, { keep: true });
  const online = useOnline();
  const name = t("common:screen.queue");
  return (
    <Page
      crumbs={[{ text: name }]}
      title={name}
      lead={
        summary && (
          <>
            {t(leadOf(summary, online))}
            <Word word="queue" />
          </>
        )
      }
      actions={summary && <QueueActions summary={summary} batches={query.data?.items ?? []} />}
    >
      <Loaded query={query}>
        {(page) =>
          page.total === 0 ? (
            <EmptyQueue />
          ) : (
            <>
              {summary && <QueuePace summary={summary} />}
              <HoldList batches={page.items} />
              <RejectedList batches={page.items} />
              <UncertainList batches={page.items} />
              <QueueTable items={page.items} />
              <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** How fast rows go out, over all connections, and when the last will be through. */
function QueuePace({ summary }: { readonly summary: QueueSummary }) {
  const answered = useAnswered(summary.rowsOpen);
  const moving = !summary.paused && summary.counts.sending > 0;
  return <PaceWords perSecond={usePace(answered, moving)} left={summary.rowsOpen} />;
}

function leadOf(summary: QueueSummary, online: boolean): string {
  if (!online) return "lead.offline";
  if (summary.paused) return "lead.paused";
  return `lead.${summary.sender}`;
}

interface QueueActionsProps {
  readonly summary: QueueSummary;
  readonly batches: readonly QueuedBatch[];
}

function QueueActions({ summary, batches }: QueueActionsProps) {
  const { t } = useTranslation("queue");
  const pause = useAction("queue.pause");
  const resume = useAction("queue.resume");
  const sendNow = useAction("queue.sendNow");
  const { queued, waiting, sending } = summary.counts;
  return (
    <Group gap="xs">
      {summary.paused ? (
        <Button
          leftSection={<IconPlayerPlay size="1rem" aria-hidden />}
          loading={resume.isPending}
          onClick={() => resume.mutate({})}
        >
          {t("resume")}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size="1rem" aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate({})}
        >
          {t("pause")}
        </Button>
      )}
      {!summary.paused && <PauseMenu batches={batches} />}
      {!summary.paused && queued + waiting + sending > 0 && (
        <Button
          leftSection={<IconSend size="1rem" aria-hidden />}
          loading={sendNow.isPending}
          onClick={() => sendNow.mutate({})}
        >
          {t("sendNow")}
        </Button>
      )}
    </Group>
  );
}
