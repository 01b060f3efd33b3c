import { Tooltip } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChartBucket, ChartUnit } from "../../../preload/types.ts";
import { formatLocale } from "../../i18n.ts";
import styles from "./chart.module.css";
import { periodFormat, READ } from "./chart-data.ts";

export interface BarButtonsProps {
  readonly buckets: readonly ChartBucket[];
  readonly unit: ChartUnit;
  readonly onBar: (start: string) => void;
}

/** The bars' numbers on hover and focus; one stop for Tab, from bar to bar by the arrow keys. */
export function BarButtons({ buckets, unit, onBar }: BarButtonsProps) {
  const { t } = useTranslation("history");
  const [at, setAt] = useState(buckets.length - 1);
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(buckets.length - 1, Math.max(0, at + step));
    setAt(next);
    group.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div ref={group} className={styles.buttons} role="toolbar" aria-label={t("chart.bars")}>
      {buckets.map((bucket, index) => (
        <BarButton
          key={bucket.start}
          bucket={bucket}
          unit={unit}
          reachable={index === Math.min(at, buckets.length - 1)}
          onKeyDown={move}
          onFocus={() => setAt(index)}
          onClick={() => bucket.imports > 0 && onBar(bucket.start)}
        />
      ))}
    </div>
  );
}

interface BarButtonProps {
  readonly bucket: ChartBucket;
  readonly unit: ChartUnit;
  readonly reachable: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onClick: () => void;
}

function BarButton({ bucket, unit, reachable, ...handlers }: BarButtonProps) {
  const { t } = useTranslation("history");
  const day = periodFormat(formatLocale(), unit, "long")(bucket.start);
  const time = unit === "week" ? t("chart.weekOf", { day }) : day;
  const lines = [
    t("chart.imports", { count: bucket.imports }),
    ...(bucket.imports === 0
      ? []
      : READ.map(({ key }) => t(`chart.count.${key}`, { count: bucket[key] }))),
  ];
  return (
    <Tooltip
      openDelay={0}
      w="max-content"
      events={{ hover: true, focus: true, touch: true }}
      label={
        <>
          <strong>{time}</strong>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </>
      }
    >
      <button
        type="button"
        className={styles.button}
        data-empty={bucket.imports === 0 || undefined}
        tabIndex={reachable ? 0 : -1}
        aria-label={[time, ...lines].join(", ")}
        {...handlers}
      />
    </Tooltip>
  );
}
