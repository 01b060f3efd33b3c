import { Button, Group, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { UndoPlan } from "../../../preload/types.ts";
import { Note } from "../../kit/note.tsx";
import { Section } from "../../kit/section.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useTexts } from "../../kit/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { UndoLeftList } from "./undo-left-list.tsx";
import { UndoLinks } from "./undo-links.tsx";
import { UndoSteps } from "./undo-steps.tsx";

export interface UndoPlanViewProps {
  readonly plan: UndoPlan;
  readonly onDone: () => void;
}

/** What is cancelled, what is put back, what is to be done in the admin pages, what stays. */
export function UndoPlanView({ plan, onDone }: UndoPlanViewProps) {
  const { t } = useTranslation("history");
  const { unsent, restore, admin, left } = plan;
  const openSteps = admin.steps - admin.done;
  return (
    <Stack gap="md">
      {!plan.possible && <div>{t("words:undo.nothing")}</div>}
      {plan.sending > 0 && (
        <Note tone="blue" icon={<IconInfoCircle aria-hidden />}>
          {t("undo.sending", { count: plan.sending })}
        </Note>
      )}
      <UndoLinks plan={plan} onLeave={onDone} />
      {(unsent.batches > 0 || restore.customers > 0) && <FromHere plan={plan} onDone={onDone} />}
      {admin.steps > 0 && (
        <Section title={t("undo.steps")} {...(openSteps > 0 ? { help: t(adminHelp(plan)) } : {})}>
          <UndoSteps importId={plan.importId} />
        </Section>
      )}
      {left.length > 0 && <UndoLeftList importId={plan.importId} left={left} />}
    </Stack>
  );
}

/** How undoing in the admin pages stands to putting values back from here. */
function adminHelp({ restore, undoneBy }: UndoPlan): string {
  if (undoneBy.length > 0) return "undo.adminAfter";
  return restore.customers > 0 ? "undo.adminOrHere" : "undo.adminAll";
}

/** What this program does by itself, once asked to. */
function FromHere({ plan, onDone }: UndoPlanViewProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  const [, navigate] = useLocation();
  const start = useAction("undo.start", {
    onSuccess: ({ draftIds }) => {
      onDone();
      const first = draftIds[0];
      if (first !== undefined)
        navigate(draftIds.length > 1 ? "/import" : `/import/${first}/review`);
    },
  });
  const { unsent, restore } = plan;
  const restorable = restore.imports > 0 && restore.blocked === null;
  const fields = format.list(restore.fields.map(({ field }) => texts.field(field)));
  return (
    <Section title={t("undo.fromHere")}>
      {unsent.batches > 0 && <div>{t("undo.unsent", { count: unsent.batches })}</div>}
      {restore.customers > 0 && (
        <div>
          {t("undo.restore", { count: restore.customers, fields })}{" "}
          {restore.blocked === null
            ? t("undo.reviewed", { count: restore.imports })
            : t("undo.blocked")}
        </div>
      )}
      {(unsent.batches > 0 || restorable) && (
        <Group>
          <Button
            loading={start.isPending}
            onClick={() => start.mutate({ importId: plan.importId })}
          >
            {t(restorable ? "undo.prepare" : "undo.cancel")}
          </Button>
        </Group>
      )}
    </Section>
  );
}
