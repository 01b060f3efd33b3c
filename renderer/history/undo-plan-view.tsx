import { Button, Group, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { UndoPlan } from "../../preload/types.ts";
import { Note } from "../kit/note.tsx";
import { useFormat } from "../kit/use-format.ts";
import { useTexts } from "../kit/use-texts.ts";
import { useAction } from "../query/use-action.ts";
import styles from "./history.module.css";
import { UndoSteps } from "./undo-steps.tsx";

export interface UndoPlanViewProps {
  readonly plan: UndoPlan;
  readonly onDone: () => void;
}

/** What is cancelled, what is put back, what is to be done in the admin pages, what stays. */
export function UndoPlanView({ plan, onDone }: UndoPlanViewProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  const [, navigate] = useLocation();
  const start = useAction("undo.start", {
    onSuccess: ({ draftIds }) => {
      onDone();
      const first = draftIds[0];
      if (first !== undefined) navigate(`/import/${first}/review`);
    },
  });
  const { unsent, restore, admin, left } = plan;
  const fields = format.list(restore.fields.map(({ field }) => texts.field(field)));
  const startable = unsent.batches > 0 || (restore.imports > 0 && restore.blocked === null);
  return (
    <Stack gap="md">
      {!plan.possible && <div>{t("words:undo.nothing")}</div>}
      {plan.sending > 0 && (
        <Note tone="blue" icon={<IconInfoCircle aria-hidden />}>
          {t("undo.sending", { count: plan.sending })}
        </Note>
      )}
      <ul className={styles.list}>
        {unsent.batches > 0 && <li>{t("undo.unsent", { count: unsent.batches })}</li>}
        {restore.customers > 0 && (
          <li>
            {t("undo.restore", { count: restore.customers, fields })}{" "}
            {t(restore.blocked === null ? "undo.reviewed" : "undo.blocked")}
          </li>
        )}
        {admin.steps > admin.done && (
          <li>{t("undo.admin", { count: admin.steps - admin.done })}</li>
        )}
        {left.map(({ kind, count }) => (
          <li key={kind}>{t(`words:undo.left.${kind}`, { count })}</li>
        ))}
      </ul>
      {admin.steps > 0 && <UndoSteps importId={plan.importId} />}
      {startable && (
        <Group justify="flex-end">
          <Button
            loading={start.isPending}
            onClick={() => start.mutate({ importId: plan.importId })}
          >
            {t(restore.imports > 0 && restore.blocked === null ? "undo.prepare" : "undo.cancel")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
