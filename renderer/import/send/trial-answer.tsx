import { Button, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { BatchDetail, BatchSummary } from "../../../preload/types.ts";
import { BatchRows } from "../../components/batches/batch-rows.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { Section } from "../../kit/section.tsx";
import { Technical } from "../../kit/text/technical.tsx";
import { useCall } from "../../query/use-call.ts";

/** What a trial sent and the platform's own words to it: what a person looks at before the rest. */
export function TrialAnswer({ batches }: { readonly batches: readonly BatchSummary[] }) {
  return batches.map(({ id }, place) => <Answer key={id} batchId={id} isFirst={place === 0} />);
}

interface AnswerProps {
  readonly batchId: number;
  readonly isFirst: boolean;
}

function Answer({ batchId, isFirst }: AnswerProps) {
  const { t } = useTranslation("import");
  const query = useCall("history.batch", { batchId });
  return (
    <Section
      title={t("send.trialSent")}
      help={t("send.trialSentHelp")}
      {...(isFirst ? ({ word: "trial" } as const) : {})}
    >
      <Loaded query={query}>{(batch) => <Shown batch={batch} />}</Loaded>
    </Section>
  );
}

function Shown({ batch }: { readonly batch: BatchDetail }) {
  const { t } = useTranslation("import");
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      <BatchRows
        label={t("send.trialSent")}
        fields={batch.fields}
        rows={batch.rowsSent}
        sheet={batch.sheet}
      />
      {batch.reply !== null && (
        <div>
          <Button size="xs" variant="default" onClick={toggle} aria-expanded={open}>
            {t("send.answer")}
          </Button>
          <Collapse expanded={open}>
            <Technical text={batch.reply.body} />
          </Collapse>
        </div>
      )}
    </>
  );
}
