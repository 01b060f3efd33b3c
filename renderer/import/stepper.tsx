import { VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft, WizardStep } from "../../preload/types.ts";
import styles from "./stepper.module.css";
import { isReachable, STEPS } from "./steps.ts";
import { useSteps } from "./use-steps.ts";

type ShownStep = WizardStep | "send";
const SHOWN: readonly ShownStep[] = [...STEPS, "send"];

export interface StepperProps {
  /** Absent once the list is being sent: there is no way back. */
  readonly draft?: Draft;
  readonly current: ShownStep;
}

/** The five steps; those that may be opened are buttons. */
export function Stepper({ draft, current }: StepperProps) {
  const { t } = useTranslation("import");
  const steps = useSteps(draft?.id ?? 0);
  const at = SHOWN.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t("steps")}>
      {SHOWN.map((step, index) => {
        const done = index < at;
        const open = draft !== undefined && step !== "send" && isReachable(draft, step);
        return (
          <li key={step} className={styles.item}>
            <button
              type="button"
              className={styles.step}
              disabled={!open || step === current}
              onClick={() => step !== "send" && steps.go(step)}
              data-done={done || undefined}
              {...(step === current ? { "aria-current": "step" as const } : {})}
            >
              <span className={styles.mark}>{done ? <IconCheck aria-hidden /> : index + 1}</span>
              <span className={styles.word}>{t(`step.${step}`)}</span>
              {done && <VisuallyHidden>{t("stepDone")}</VisuallyHidden>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
