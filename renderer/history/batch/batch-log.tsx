import { useTranslation } from "react-i18next";
import type { BatchDetail } from "../../../preload/types.ts";
import { StateBadge } from "../../kit/state/state-badge.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";

type Entry = BatchDetail["log"][number];

/** What happened to a batch, in order. */
export function BatchLog({ log }: { readonly log: readonly Entry[] }) {
  const { t, i18n } = useTranslation("history");
  const format = useFormat();
  const causeOf = ({ cause }: Entry) => {
    const key = [`history:cause.${cause}`, `words:states.${cause}`, `errors:${cause}`].find((one) =>
      i18n.exists(one),
    );
    return key === undefined ? cause : t(key);
  };
  const numbered = log.map((entry, index) => ({ entry, index }));
  return (
    <Table
      label={t("log")}
      items={numbered}
      keyOf={({ index }) => index}
      columns={[
        {
          key: "time",
          head: t("column.time"),
          cell: ({ entry }) => (
            <time className="figures" dateTime={new Date(entry.at).toISOString()}>
              {format.precise(entry.at)}
            </time>
          ),
        },
        {
          key: "state",
          head: t("column.state"),
          cell: ({ entry }) => <StateBadge state={entry.state} />,
        },
        { key: "cause", head: t("column.cause"), cell: ({ entry }) => causeOf(entry) },
        { key: "detail", head: t("column.detail"), cell: ({ entry }) => entry.detail ?? "" },
      ]}
    />
  );
}
