import { Button } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTexts } from "../../../kit/text/use-texts.ts";
import type { ChosenView } from "./use-view.ts";
import styles from "./view.module.css";

export interface ViewBarProps {
  readonly chosen: ChosenView;
  /** The number of rows that are shown; null while it is not known. */
  readonly shown: number | null;
  readonly onFind: () => void;
  /** Called when a filter was removed together with its button, which had the focus. */
  readonly onTaken: () => void;
  /** The open search, shown in place of the button that opens it; null while closed. */
  readonly findBar: ReactNode;
}

/** Finding, and what has been chosen of the rows: each to be taken away again. */
export function ViewBar({ chosen, shown, onFind, onTaken, findBar }: ViewBarProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const { problem, values = [], sort } = chosen.view;
  const off = (change: () => void) => () => {
    change();
    onTaken();
  };
  const isChosen = problem !== undefined || values.length > 0;
  return (
    <div className={styles.bar}>
      {findBar ?? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconSearch size="1rem" aria-hidden />}
          aria-keyshortcuts="Control+F"
          title={t("review.find.openKey")}
          onClick={onFind}
        >
          {t("review.find.open")}
        </Button>
      )}
      {problem !== undefined && (
        <Chip onClick={off(() => chosen.toggleProblem(problem))}>
          {t("review.view.problem", {
            column: problem.column ?? (problem.field === null ? "" : texts.field(problem.field)),
          })}
        </Chip>
      )}
      {values.map(({ field, values: wanted }) => (
        <Chip key={field} onClick={off(() => chosen.chooseValues(field, null))}>
          {wanted.length === 1 && wanted[0] !== undefined
            ? t(wanted[0] === "" ? "review.view.isEmpty" : "review.view.is", {
                ...{ column: texts.field(field), value: wanted[0] },
              })
            : t("review.view.isOneOf", { column: texts.field(field), count: wanted.length })}
        </Chip>
      ))}
      {sort !== undefined && (
        <Chip onClick={off(() => chosen.sort(sort.field, null))}>
          {t(sort.descending ? "review.view.descending" : "review.view.ascending", {
            column: texts.field(sort.field),
          })}
        </Chip>
      )}
      {isChosen && shown !== null && (
        <span className={styles.count}>{t("review.view.shown", { count: shown })}</span>
      )}
    </div>
  );
}

function Chip({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  const { t } = useTranslation("import");
  return (
    <Button
      size="compact-sm"
      variant="light"
      className={styles.chip}
      rightSection={<IconX size="0.9rem" aria-hidden />}
      title={t("review.view.remove", { what: children })}
      aria-label={t("review.view.remove", { what: children })}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
