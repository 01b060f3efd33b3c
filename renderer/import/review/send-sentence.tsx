import { useMediaQuery } from "@mantine/hooks";
import { Trans, useTranslation } from "react-i18next";
import { KEY_FIELDS } from "../../../preload/fields.ts";
import type { CheckState, Draft } from "../../../preload/types.ts";
import styles from "../../components/grid/review.module.css";
import { useCall } from "../../query/use-call.ts";
import { offersTrial } from "./trial.ts";
import { TrialWords } from "./trial-words.tsx";

export interface SendSentenceProps {
  readonly draft: Draft;
  readonly done: Extract<CheckState, { readonly kind: "done" }>;
}

/** Windows so low that the page scrolls as a whole. */
const LOW = "(max-height: 30em)";

/** Whether the window is too low for sentences in the footer: they stand above the list then. */
export function useSmallFooter(): boolean {
  return useMediaQuery(LOW, false, { getInitialValueInEffect: false });
}

/** What will happen, in words. */
export function SendSentence({ draft, done }: SendSentenceProps) {
  const { t } = useTranslation("import");
  const connections = useCall("connections.list", {}).data ?? [];
  const kinds = useCall("drafts.problemKinds", { draftId: draft.id }).data ?? [];
  const { duplicates, connectionId } = draft.options;
  const name = connections.find((one) => one.id === connectionId)?.name ?? "";
  const { toSend, tiles } = done.counts;
  if (toSend === 0) {
    return (
      <div className={styles.sentence}>
        {t(tiles.errors > 0 ? "review.nothing" : "review.nothingLeft")}
      </div>
    );
  }
  const hasKey = draft.mapping.some(({ field }) => KEY_FIELDS.has(field));
  // Without a key the platform recognises nobody: each of these rows makes a new customer.
  const keyless = kinds.find(({ code }) => code === "row-without-key")?.rows ?? 0;
  const recognised = hasKey && keyless < toSend;
  const tries = offersTrial(draft, toSend);
  return (
    <div className={styles.sentence} data-beside={tries ? "two" : "one"}>
      <Trans
        t={t}
        i18nKey="review.sentence"
        count={toSend}
        values={{
          customers: t("common:customers", { count: toSend }),
          batches: t("common:batches", { count: done.batches }),
          name,
        }}
        components={{ b: <strong /> }}
      />{" "}
      {tiles.warnings > 0 && t("review.withWarnings", { count: tiles.warnings })}{" "}
      {t(`review.existing.${recognised ? duplicates : "none"}`)}{" "}
      {recognised && keyless > 0 && t("review.keyless", { count: keyless })}{" "}
      {tiles.errors > 0 && t("review.staysBehind", { count: tiles.errors })}{" "}
      {tiles.leftOut > 0 && t("review.leftOutStay", { count: tiles.leftOut })}{" "}
      <TrialWords trial={draft.trial} tries={tries} />
    </div>
  );
}
