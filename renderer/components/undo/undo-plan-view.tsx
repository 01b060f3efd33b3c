import { Button, Group, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { UndoPlan, UndoStarted } from "../../../preload/types.ts";
import { stays } from "../../../preload/undo-stays.ts";
import { Note } from "../../kit/messages/note.tsx";
import { Said, showToast } from "../../kit/messages/toast.tsx";
import { Section } from "../../kit/section.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { IrreversibleList } from "./irreversible-list.tsx";
import { planParts, whyNothing } from "./plan-parts.ts";
import { UndoLinks } from "./undo-links.tsx";
import { UndoSteps } from "./undo-steps.tsx";

export interface UndoPlanViewProps {
  readonly plan: UndoPlan;
  readonly onDone: () => void;
}

/** What is cancelled, what is put back, what is to be done in the admin pages, what stays. */
export function UndoPlanView({ plan, onDone }: UndoPlanViewProps) {
  const { t } = useTranslation("history");
  const [begun, setBegun] = useState<UndoStarted | null>(null);
  const { admin } = plan;
  const { fromHere, there } = planParts(plan);
  const help = admin.help.map((key) => t(`words:undo.plan.${key}`)).join(" ");
  return (
    <Stack gap="md">
      <Summary plan={plan} />
      {begun !== null && (
        <Note tone="blue" icon={<IconInfoCircle aria-hidden />} alert>
          {t("undo.begun", { cancelled: begun.cancelled, count: begun.underWay })}
        </Note>
      )}
      {plan.sending > 0 && begun === null && (
        <Note tone="blue" icon={<IconInfoCircle aria-hidden />}>
          {t("words:undo.plan.sending", { count: plan.sending })}
        </Note>
      )}
      <UndoLinks plan={plan} onLeave={onDone} />
      {fromHere && <FromHere plan={plan} onBegun={setBegun} onDone={onDone} />}
      {there && (
        <Section
          title={t(`words:undo.plan.${thereTitle(plan)}`)}
          {...(help === "" ? {} : { help })}
        >
          {admin.byProgram ? (
            <OnPracticeServer plan={plan} onDone={onDone} />
          ) : (
            <UndoSteps importId={plan.importId} />
          )}
        </Section>
      )}
      {stays(plan).length > 0 && <IrreversibleList plan={plan} />}
    </Stack>
  );
}

/** Which list it is about, and the one way by which it is taken back. */
function Summary({ plan }: { readonly plan: UndoPlan }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const { way, admin, restore } = plan;
  const about = { file: plan.fileName, at: format.exact(plan.startedAt) };
  const count = way === "there" ? admin.steps - admin.done : restore.customers;
  // What is on its way right now is there to be undone in a moment.
  if (plan.possible || plan.sending > 0) {
    return (
      <div>
        {t("words:undo.plan.of", about)}{" "}
        {way !== null &&
          t(`words:undo.plan.way-${way}${admin.byProgram ? "-practice" : ""}`, { count })}
      </div>
    );
  }
  const already = whyNothing(plan) === "already";
  return <div>{already ? t("words:undo.plan.already", about) : t("words:undo.nothing")}</div>;
}

interface FromHereProps extends UndoPlanViewProps {
  /** Something of it is on its way: the rest is to be asked for again. */
  readonly onBegun: (begun: UndoStarted | null) => void;
}

/** What this program does by itself, once asked to. */
function FromHere({ plan, onBegun, onDone }: FromHereProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  const [, navigate] = useLocation();
  const start = useAction("undo.start", {
    onSuccess: (started) => {
      const { draftIds, underWay } = started;
      onBegun(underWay > 0 ? started : null);
      if (underWay > 0) return;
      onDone();
      const first = draftIds[0];
      if (first === undefined) return;
      if (draftIds.length > 1) {
        const count = draftIds.length;
        const message = <Said say={(say) => say("history:undo.several", { count })} />;
        showToast({ message, autoClose: false });
      }
      navigate(draftIds.length > 1 ? "/import" : `/import/${first}/review`);
    },
  });
  const { unsent, restore, way } = plan;
  const { restorable } = planParts(plan);
  const shown = restore.customers > 0 && (restorable || restore.blocked !== null);
  const fields = format.list(restore.fields.map(({ field }) => texts.field(field)));
  return (
    <Section title={t(`words:undo.plan.${way === "either" ? "here-either" : "here"}`)}>
      {unsent.batches > 0 && <div>{t("words:undo.plan.unsent", { count: unsent.batches })}</div>}
      {shown && (
        <div>
          {t("words:undo.plan.restore", { count: restore.customers, fields })}{" "}
          {restore.blocked === null
            ? t("words:undo.plan.reviewed", { count: restore.imports })
            : t(`words:undo.plan.blocked-${restore.blocked}`)}
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

function thereTitle({ way, admin }: UndoPlan): string {
  return `there${way === "either" ? "-or" : ""}${admin.byProgram ? "-practice" : ""}`;
}

/** The practice server has no admin pages: the program does it, once asked to. */
function OnPracticeServer({ plan, onDone }: UndoPlanViewProps) {
  const { t } = useTranslation("history");
  const revert = useAction("undo.revert", { onSuccess: onDone });
  return (
    <>
      {plan.way !== "there" && <div>{t("words:undo.plan.by-practice")}</div>}
      <Group>
        <Button
          variant="default"
          loading={revert.isPending}
          onClick={() => revert.mutate({ importId: plan.importId })}
        >
          {t("undo.revert")}
        </Button>
      </Group>
    </>
  );
}
