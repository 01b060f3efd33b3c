import { Button, SegmentedControl, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChartUnit, HistoryChart } from "../../../preload/types.ts";
import { useCall } from "../../query/use-call.ts";
import { Bars } from "./bars.tsx";
import styles from "./chart.module.css";
import { periodOf, SERIES } from "./chart-data.ts";
import { ChartTable } from "./chart-table.tsx";
import { Legend } from "./legend.tsx";

const UNITS: readonly ChartUnit[] = ["day", "week", "month"];

export interface ImportChartProps {
  readonly connectionId: number | null;
  /** Asked for by a click on a bar: the imports of its time, in milliseconds. */
  readonly onPeriod: (from: number, until: number) => void;
}

/** Imports over time with what came of them; as a table for those who would rather read. */
export function ImportChart({ connectionId, onPeriod }: ImportChartProps) {
  const { t } = useTranslation("history");
  const [wanted, setWanted] = useState<ChartUnit | null>(null);
  const [read, setRead] = useState(false);
  const chart = useCall(
    "history.chart",
    {
      ...(wanted === null ? {} : { unit: wanted }),
      ...(connectionId === null ? {} : { connectionId }),
    },
    { keep: true },
  ).data;
  if (chart === undefined) return <div className={styles.place} aria-hidden />;
  const nothing = chart.buckets.every(({ imports }) => imports === 0);
  return (
    <section className={styles.chart} aria-labelledby="chart-title">
      <div className={styles.head}>
        <Title order={2} id="chart-title">
          {t("chart.title")}
        </Title>
        {!nothing && !read && <Legend />}
        <div className={styles.choices}>
          <SegmentedControl
            size="xs"
            aria-label={t("chart.unit")}
            data={UNITS.map((value) => ({ value, label: t(`chart.units.${value}`) }))}
            value={chart.unit}
            onChange={(value: string) => setWanted(UNITS.find((one) => one === value) ?? null)}
          />
          <Button
            size="xs"
            variant={read ? "light" : "default"}
            onClick={() => setRead(!read)}
            aria-pressed={read}
          >
            {t("chart.asTable")}
          </Button>
        </div>
      </div>
      <Shown
        chart={chart}
        nothing={nothing}
        read={read}
        onBar={(start) => onPeriod(...periodOf(start, chart.unit))}
      />
    </section>
  );
}

interface ShownProps {
  readonly chart: HistoryChart;
  readonly nothing: boolean;
  readonly read: boolean;
  readonly onBar: (start: string) => void;
}

function Shown({ chart, nothing, read, onBar }: ShownProps) {
  const { t } = useTranslation("history");
  if (nothing) {
    return (
      <div className={styles.nothing}>
        {t(chart.earlier ? "chart.nothingLately" : "chart.nothing")}
      </div>
    );
  }
  if (read) return <ChartTable chart={chart} />;
  const sum = SERIES.every(({ key }) => chart.buckets.every((one) => one[key] === 0));
  return sum ? (
    <div className={styles.nothing}>{t("chart.noCustomers")}</div>
  ) : (
    <Bars chart={chart} onBar={onBar} />
  );
}
