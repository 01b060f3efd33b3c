import { Button } from "@mantine/core";
import { IconAlertTriangle, IconArrowRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../preload/types.ts";
import { useTexts } from "../kit/text/use-texts.ts";
import styles from "./step-footer.module.css";
import { STEPS } from "./steps.ts";
import { useSteps } from "./use-steps.ts";

export interface StepFooterProps {
  readonly draft: Draft;
  readonly step: "file" | "columns" | "options";
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}

/** Back and Continue; a Continue that is not possible says what is missing. */
export function StepFooter({ draft, step, onBack, children }: StepFooterProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const steps = useSteps(draft.id);
  const at = STEPS.indexOf(step);
  const before = STEPS[at - 1];
  const after = STEPS[at + 1];
  const missing = draft.missing[step].filter((notice) => notice.severity === "error");
  const first = missing[0];
  return (
    <>
      <Button
        variant="default"
        onClick={onBack ?? (() => before !== undefined && steps.go(before))}
      >
        {t("common:back")}
      </Button>
      {children}
      <div className={styles.missing} role="status">
        {first && (
          <>
            <IconAlertTriangle aria-hidden />
            <span>
              {texts.problem(first)}
              {missing.length > 1 && ` ${t("andMore", { count: missing.length - 1 })}`}
            </span>
          </>
        )}
      </div>
      <Button
        disabled={first !== undefined}
        loading={steps.busy}
        rightSection={<IconArrowRight size="1rem" aria-hidden />}
        onClick={() => after !== undefined && steps.go(after)}
      >
        {t("continue")}
      </Button>
    </>
  );
}
