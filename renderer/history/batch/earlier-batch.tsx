import { Code } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { EarlierBatch } from "../../../preload/types.ts";
import { BatchRows } from "../../components/batches/batch-rows.tsx";
import { Section } from "../../kit/section.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import styles from "../history.module.css";

/** What was sent before a batch's rows were corrected, and what the platform said to it. */
export function Earlier({
  batch,
  sheet,
}: {
  readonly batch: EarlierBatch;
  readonly sheet: string;
}) {
  const { t } = useTranslation("history");
  const format = useFormat();
  return (
    <Section
      title={t("earlier", { attempt: format.number(batch.attempt) })}
      help={t("earlierHelp", { time: format.precise(batch.correctedAt), count: batch.rows })}
    >
      <BatchRows
        label={t("earlier", { attempt: format.number(batch.attempt) })}
        fields={batch.fields}
        rows={batch.rowsSent}
        sheet={sheet}
      />
      {batch.reply !== null && (
        <Code block className={styles.reply ?? ""}>
          {batch.reply.body}
        </Code>
      )}
    </Section>
  );
}
