import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconSend,
  IconTable,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReviewCounts, RowFilter } from "../../../preload/types.ts";
import type { Tone } from "../../kit/state/tone.ts";
import { useFormat } from "../../kit/text/use-format.ts";
import styles from "./review.module.css";

interface Shown {
  readonly filter: RowFilter;
  readonly tone: Tone;
  readonly icon: TablerIcon;
}

const SHOWN: readonly Shown[] = [
  { filter: "all", tone: "neutral", icon: IconTable },
  { filter: "valid", tone: "green", icon: IconCircleCheck },
  { filter: "warnings", tone: "amber", icon: IconAlertTriangle },
  { filter: "errors", tone: "red", icon: IconAlertCircle },
  { filter: "leftOut", tone: "neutral", icon: IconCircleMinus },
  { filter: "sent", tone: "neutral", icon: IconSend },
];

export interface CountsProps {
  readonly counts: ReviewCounts;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}

/** The counts of the check, big: every row is in one beside “All”. Each shows only its rows. */
export function Counts({ counts, filter, onFilter }: CountsProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const shown = SHOWN.filter((one) => one.filter !== "sent" || counts.tiles.sent > 0);
  const rowsOf = (name: RowFilter) => (name === "all" ? counts.total : counts.tiles[name]);
  return (
    <section className={styles.counts} aria-label={t("review.show")}>
      {shown.map(({ filter: name, tone, icon: Icon }) => (
        <button
          key={name}
          type="button"
          className={styles.count}
          aria-pressed={filter === name}
          data-tone={tone}
          onClick={() => onFilter(name)}
        >
          <span className={styles.countNumber}>{format.number(rowsOf(name))}</span>
          <span className={styles.countLabel}>
            <Icon aria-hidden />
            {t(`review.filter.${name}`)}
          </span>
        </button>
      ))}
    </section>
  );
}
