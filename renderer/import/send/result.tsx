import { Anchor, Button } from "@mantine/core";
import { IconDownload, IconHelpCircle } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { ImportRowFilter } from "../../../preload/choices.ts";
import type { ImportDetail } from "../../../preload/types.ts";
import { RejectedList } from "../../components/batches/rejected-list.tsx";
import { UncertainList } from "../../components/batches/uncertain-list.tsx";
import { GeneratedSection } from "../../components/generated/generated-ids.tsx";
import { cancelledRows, stayedBehind } from "../../components/rows-not-sent.ts";
import { UndoButton } from "../../components/undo/undo-button.tsx";
import { Word } from "../../kit/help/word.tsx";
import { announce } from "../../kit/messages/announce.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { saveFile } from "../../kit/save-file.tsx";
import { BatchStrip } from "../../kit/state/batch-strip.tsx";
import { Figure, Figures } from "../../kit/text/figure.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import styles from "./send.module.css";
import { TrialAnswer } from "./trial-answer.tsx";

interface ResultProps {
  readonly detail: ImportDetail;
  /** The page's, to be heard as well. */
  readonly title: string;
}

/** What happened, and what to do next. */
export function Result({ detail, title }: ResultProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const [, navigate] = useLocation();
  const exporting = useAction("history.export", { onSuccess: saveFile });
  const { counts, checked } = detail;
  const href = `/history/${detail.id}`;
  const rows = (kind: ImportRowFilter) => `${href}/rows/${kind}`;
  useEffect(() => announce(title), [title]);
  const cancelled = cancelledRows(detail);
  const arrived = detail.undone === null ? "green" : "neutral";
  const left = stayedBehind(detail);
  return (
    <div className={styles.panel}>
      <Figures>
        <Figure
          value={format.number(counts.customersNew)}
          label={t("send.new")}
          href={rows("accepted")}
          tone={arrived}
        />
        <Figure
          value={format.number(counts.customersUpdated)}
          label={t("send.updated")}
          href={rows("accepted")}
          tone={arrived}
        />
        <Figure
          value={format.number(counts.rowsRejected)}
          label={t("send.rejected")}
          href={rows("rejected")}
          tone={counts.rowsRejected > 0 ? "red" : "neutral"}
        />
        <Figure
          value={format.number(counts.rowsUncertain)}
          label={t("send.uncertain")}
          href={rows("uncertain")}
          tone={counts.rowsUncertain > 0 ? "amber" : "neutral"}
        />
      </Figures>
      <UncertainList batches={detail.batches} />
      <RejectedList batches={detail.batches} />
      <BatchStrip of={detail} />
      {counts.rowsUncounted > 0 && (
        <Note tone="amber" icon={<IconHelpCircle aria-hidden />}>
          {t("send.uncounted", { count: counts.rowsUncounted })}
        </Note>
      )}
      {counts.rowsMaybe > 0 && (
        <Note tone="amber" icon={<IconHelpCircle aria-hidden />}>
          {t("send.maybe", { count: counts.rowsMaybe })} <RowsLink href={rows("maybe")} />
        </Note>
      )}
      {left > 0 && (
        <div className={styles.quiet}>
          {t("send.notSent", { count: left })} <RowsLink href={rows("not-sent")} />
        </div>
      )}
      {cancelled > 0 && (
        <div className={styles.quiet}>
          {t("send.cancelled", { count: cancelled })} <RowsLink href={rows("cancelled")} />
        </div>
      )}
      <div className={styles.next}>
        {counts.rowsRejected > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size="1rem" aria-hidden />}
            loading={exporting.isPending}
            onClick={() =>
              exporting.mutate({ importId: detail.id, what: "rejected", format: "xlsx" })
            }
          >
            {t("send.exportRejected")}
          </Button>
        )}
        {checked.invalid > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size="1rem" aria-hidden />}
            onClick={() =>
              exporting.mutate({ importId: detail.id, what: "invalid", format: "xlsx" })
            }
          >
            {t("send.exportInvalid")}
          </Button>
        )}
        <Button variant="default" onClick={() => navigate(href)}>
          {t("send.history")}
        </Button>
        <UndoButton of={detail}>
          {counts.rowsUncertain === 0 && detail.trialOf === null && <Word word="undo" />}
        </UndoButton>
      </div>
      {counts.customersNew > 0 && <GeneratedSection importId={detail.id} />}
      {detail.trialOf !== null && <TrialAnswer batches={detail.batches} />}
    </div>
  );
}

function RowsLink({ href }: { readonly href: string }) {
  const { t } = useTranslation("import");
  return (
    <Anchor component={Link} href={href} inherit underline="always">
      {t("send.seeRows")}
    </Anchor>
  );
}
