import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Trial } from "../../../preload/types.ts";
import { Word } from "../../kit/help/word.tsx";

export interface TrialWordsProps {
  readonly trial: Trial;
  /** Whether a trial is offered. */
  readonly tries: boolean;
}

/** Why a trial is offered, or what became of it. */
export function TrialWords({ trial, tries }: TrialWordsProps) {
  const { t } = useTranslation("import");
  if (tries) {
    return (
      <>
        {t("review.trialWhy")}
        <Word word="trial" />
      </>
    );
  }
  if (trial.importId === null) return null;
  return (
    <>
      {trial.over && trial.state !== "accepted"
        ? null
        : t(trial.over ? "review.trialDone" : "review.trialOpen", { rows: trial.rows ?? 0 })}{" "}
      <Link href={`/import/sent/${trial.importId}`}>{t("review.trialSee")}</Link>
    </>
  );
}
