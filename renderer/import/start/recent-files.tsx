import { Button, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Moment } from "../../kit/text/moment.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "./drafts-list.module.css";

/** Lists that were opened by their place on this computer and are still there. */
export function RecentFiles() {
  const { t } = useTranslation("import");
  const [, navigate] = useLocation();
  const files = useCall("files.recent", {}).data ?? [];
  const create = useAction("drafts.create", {
    onSuccess: (draft) => navigate(`/import/${draft.id}/${draft.step}`),
  });
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <Title order={2} id="recent-title" mb="xs">
        {t("start.recent")}
      </Title>
      <ul className={styles.list}>
        {files.map(({ fileId, name, folder, at }) => (
          <li key={fileId} className={styles.draft}>
            <div className={styles.open}>
              <div className={styles.name}>{name}</div>
              <div className={styles.meta}>
                <span>{folder}</span>
                <Moment at={at} />
              </div>
            </div>
            <Button
              size="xs"
              variant="default"
              disabled={create.isPending}
              aria-label={t("start.openOf", { name })}
              onClick={() => create.mutate({ fileId })}
            >
              {t("start.open")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
