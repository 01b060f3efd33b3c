import { useTranslation } from "react-i18next";
import type { HistoryChart } from "../../../preload/types.ts";
import { formatLocale } from "../../i18n.ts";
import { useFormat } from "../../kit/text/use-format.ts";
import { BarButtons } from "./bar-buttons.tsx";
import styles from "./chart.module.css";
import { periodFormat, SERIES, scaleOf, totalOf } from "./chart-data.ts";

export interface BarsProps {
  readonly chart: HistoryChart;
  readonly onBar: (start: string) => void;
}

/** Words below the bars at most: more would run into each other. */
const WORDS = 7;
/** Share of a bar's space that stays empty. */
const GAP = 0.24;

const percent = (part: number) => `${part * 100}%`;

/** Stacked bars, one a day, week or month; all measures are parts of the space there is. */
export function Bars({ chart, onBar }: BarsProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const { buckets, unit } = chart;
  const { top, lines } = scaleOf(Math.max(...buckets.map(totalOf)));
  const short = periodFormat(formatLocale(), unit, "short");
  const every = Math.ceil(buckets.length / WORDS);
  const first = (buckets.length - 1) % every;
  const sums = Object.fromEntries(
    SERIES.map(({ key }) => [key, format.number(buckets.reduce((sum, one) => sum + one[key], 0))]),
  );
  return (
    <figure className={styles.figure} aria-label={t("chart.summary", sums)}>
      <div className={styles.axis} aria-hidden>
        {lines.toReversed().map((line) => (
          <span key={line}>{format.number(line)}</span>
        ))}
      </div>
      <div className={styles.plot}>
        <svg className={styles.svg} width="100%" height="100%" aria-hidden>
          {lines.map((line) => (
            <line
              key={line}
              className={styles.grid}
              x1="0"
              x2="100%"
              y1={percent(1 - line / top)}
              y2={percent(1 - line / top)}
            />
          ))}
          {buckets.map((bucket, index) => {
            let below = 0;
            return SERIES.map(({ key, tone }) => {
              below += bucket[key];
              return bucket[key] === 0 ? null : (
                <rect
                  key={`${bucket.start}/${key}`}
                  data-tone={tone}
                  className={styles.part}
                  x={percent((index + GAP / 2) / buckets.length)}
                  width={percent((1 - GAP) / buckets.length)}
                  y={percent(1 - below / top)}
                  height={percent(bucket[key] / top)}
                />
              );
            });
          })}
        </svg>
        <BarButtons buckets={buckets} unit={unit} onBar={onBar} />
      </div>
      <div className={styles.words} aria-hidden>
        {buckets.map((bucket, index) => (
          <span key={bucket.start} className={styles.word}>
            {index % every === first ? short(bucket.start) : ""}
          </span>
        ))}
      </div>
    </figure>
  );
}
