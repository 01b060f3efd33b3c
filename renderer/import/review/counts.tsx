import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconTable,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CheckCounts, RowFilter } from "../../../preload/types.ts";
import type { Tone } from "../../kit/tone.ts";
import { useFormat } from "../../kit/use-format.ts";
import styles from "./review.module.css";

interface Shown {
  readonly filter: RowFilter;
  readonly tone: Tone;
  readonly icon: TablerIcon;
  readonly of: (counts: CheckCounts) => number;
}

const SHOWN: readonly Shown[] = [
  { filter: "all", tone: "neutral", icon: IconTable, of: (counts) => counts.total },
  { filter: "valid", tone: "green", icon: IconCircleCheck, of: (counts) => counts.valid },
  { filter: "warnings", tone: "amber", icon: IconAlertTriangle, of: (counts) => counts.warnings },
  { filter: "errors", tone: "red", icon: IconAlertCircle, of: (counts) => counts.invalid },
  { filter: "excluded", tone: "neutral", icon: IconCircleMinus, of: (counts) => counts.excluded },
];

export interface CountsProps {
  readonly counts: CheckCounts;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}

/** The counts of the check, big; each shows only its rows. */
export function Counts({ counts, filter, onFilter }: CountsProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  return (
    <section className={styles.counts} aria-label={t("review.show")}>
      {SHOWN.map(({ filter: name, tone, icon: Icon, of }) => (
        <button
          key={name}
          type="button"
          className={styles.count}
          aria-pressed={filter === name}
          data-tone={tone}
          onClick={() => onFilter(name)}
        >
          <span className={styles.countNumber}>{format.number(of(counts))}</span>
          <span className={styles.countLabel}>
            <Icon aria-hidden />
            {t(`review.filter.${name}`)}
          </span>
        </button>
      ))}
    </section>
  );
}
