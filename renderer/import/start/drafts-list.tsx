import { ActionIcon, Button, Title } from "@mantine/core";
import { IconFileAlert, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { DraftSummary } from "../../../preload/types.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { Badge } from "../../kit/state/badge.tsx";
import { Moment } from "../../kit/text/moment.tsx";
import { useAction } from "../../query/use-action.ts";
import styles from "./drafts-list.module.css";

/** Imports that were begun and not sent; each opens where it was left. */
export function DraftsList({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  const { t } = useTranslation("import");
  const [removing, setRemoving] = useState<DraftSummary | null>(null);
  const remove = useAction("drafts.remove", { onSuccess: () => setRemoving(null) });
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts-title">
      <Title order={2} id="drafts-title" mb="xs">
        {t("start.drafts")}
      </Title>
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <DraftItem key={draft.id} draft={draft} onRemove={() => setRemoving(draft)} />
        ))}
      </ul>
      <Confirm
        opened={removing !== null}
        title={t("start.removeTitle")}
        action={t("start.removeAction")}
        danger
        busy={remove.isPending}
        onConfirm={() => removing !== null && remove.mutate({ draftId: removing.id })}
        onClose={() => setRemoving(null)}
      >
        {t("start.removeText", { name: removing?.fileName ?? "" })}
      </Confirm>
    </section>
  );
}

interface DraftItemProps {
  readonly draft: DraftSummary;
  readonly onRemove: () => void;
}

function DraftItem({ draft, onRemove }: DraftItemProps) {
  const { t } = useTranslation("import");
  const [, navigate] = useLocation();
  const href = `/import/${draft.id}/${draft.step}`;
  return (
    <li className={styles.draft}>
      <Link href={href} className={styles.open}>
        <div className={styles.name}>{draft.fileName}</div>
        <div className={styles.meta}>
          <span>{t("start.at", { step: t(`step.${draft.step}`) })}</span>
          <Moment at={draft.updatedAt} />
          {draft.fileState !== "same" && (
            <Badge tone="amber" bare icon={<IconFileAlert aria-hidden />}>
              {t(`fileState.${draft.fileState}`)}
            </Badge>
          )}
        </div>
      </Link>
      <Button
        size="xs"
        variant="default"
        onClick={() => navigate(href)}
        aria-label={t("start.continueOf", { name: draft.fileName })}
      >
        {t("continue")}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("start.removeOf", { name: draft.fileName })}
        onClick={onRemove}
      >
        <IconTrash size="1rem" aria-hidden />
      </ActionIcon>
    </li>
  );
}
