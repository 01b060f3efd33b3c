import { useTranslation } from "react-i18next";
import type { ChartBucket, HistoryChart } from "../../../preload/types.ts";
import { formatLocale } from "../../i18n.ts";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { periodFormat, READ } from "./chart-data.ts";

/** The chart's numbers, the newest first; times without an import are left out. */
export function ChartTable({ chart }: { readonly chart: HistoryChart }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const say = periodFormat(formatLocale(), chart.unit, "long");
  const number = (key: "imports" | (typeof READ)[number]["key"], head: string) => ({
    key,
    head,
    number: true,
    cell: (one: ChartBucket) => format.number(one[key]),
  });
  return (
    <Table
      label={t("chart.title")}
      items={chart.buckets.filter(({ imports }) => imports > 0).toReversed()}
      keyOf={(one) => one.start}
      columns={[
        {
          key: "start",
          head: t("chart.time"),
          names: true,
          cell: (one) =>
            chart.unit === "week" ? t("chart.weekOf", { day: say(one.start) }) : say(one.start),
        },
        number("imports", t("chart.importsHead")),
        ...READ.map(({ key }) => number(key, t(`chart.series.${key}`))),
      ]}
    />
  );
}
