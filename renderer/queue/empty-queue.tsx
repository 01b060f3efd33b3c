import { Button, Group } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Loaded } from "../kit/loaded.tsx";
import { Empty } from "../kit/messages/empty.tsx";
import { ImportBadge } from "../kit/state/import-badge.tsx";
import { useFormat } from "../kit/text/use-format.ts";
import { useCall } from "../query/use-call.ts";

/** Nothing waits: what went out last, and what became of it. */
export function EmptyQueue() {
  const { t } = useTranslation("queue");
  const format = useFormat();
  const [, navigate] = useLocation();
  const query = useCall("queue.last", {});
  return (
    <Loaded query={query}>
      {(last) =>
        last === null ? (
          <Empty
            icon={<IconChecks aria-hidden />}
            title={t("empty.title")}
            text={t("empty.text")}
          />
        ) : (
          <Empty
            icon={<IconChecks aria-hidden />}
            title={t("empty.title")}
            text={t("empty.last", {
              count: last.counts.rows,
              name: last.fileName,
              connection: last.connectionName,
              time: format.exact(last.finishedAt ?? last.startedAt),
            })}
            action={
              <Group justify="center">
                <ImportBadge of={last} />
                <Button variant="default" onClick={() => navigate(`/history/${last.id}`)}>
                  {t("empty.see")}
                </Button>
              </Group>
            }
          />
        )
      }
    </Loaded>
  );
}
