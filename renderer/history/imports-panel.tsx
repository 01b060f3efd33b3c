import { Button, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Loaded } from "../kit/loaded.tsx";
import { Empty } from "../kit/messages/empty.tsx";
import { Pager } from "../kit/table/pager.tsx";
import { useCall } from "../query/use-call.ts";
import { ImportChart } from "./chart/import-chart.tsx";
import { CustomerFound } from "./customer/customer-found.tsx";
import { useFoundCustomers } from "./customer/use-found-customers.ts";
import { type HistoryFilter, isFiltered, NO_FILTER, toQuery } from "./history-filter.ts";
import { HistoryFilters } from "./history-filters.tsx";
import { HistoryTable } from "./history-table.tsx";
import { ListExportMenu } from "./list-export-menu.tsx";

const LIMIT = 50;

/** Past imports, searched by file, date, state and connection, and how they were over time. */
export function ImportsPanel() {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState<HistoryFilter>(NO_FILTER);
  const [settled] = useDebouncedValue(filter, 250);
  const [offset, setOffset] = useState(0);
  const change = (part: Partial<HistoryFilter>) => {
    setFilter({ ...filter, ...part });
    setOffset(0);
  };
  const wanted = toQuery(settled);
  const query = useCall("history.list", { ...wanted, offset, limit: LIMIT }, { keep: true });
  const filtered = isFiltered(settled);
  const customers = useFoundCustomers(settled.search, settled.connectionId)?.customers ?? [];
  if (query.data?.total === 0 && !filtered) {
    return (
      <Empty
        icon={<IconHistory aria-hidden />}
        title={t("empty.title")}
        text={t("empty.text")}
        action={<Button onClick={() => navigate("/import")}>{t("empty.action")}</Button>}
      />
    );
  }
  return (
    <Stack gap="md">
      <ImportChart
        connectionId={filter.connectionId}
        onPeriod={(from, until) => change({ period: { kind: "between", from, until } })}
      />
      <HistoryFilters filter={filter} onChange={change}>
        <ListExportMenu list={{ kind: "imports", ...wanted }} />
      </HistoryFilters>
      <CustomerFound text={settled.search} connectionId={settled.connectionId} />
      <Loaded query={query}>
        {(page) =>
          // Who looked for a customer has found what they were looking for.
          page.total === 0 && customers.length > 0 ? null : page.total === 0 ? (
            <Empty
              icon={<IconHistory aria-hidden />}
              title={t("noneFound.title")}
              text={t("noneFound.text")}
              action={
                <Button variant="default" onClick={() => change(NO_FILTER)}>
                  {t("noneFound.action")}
                </Button>
              }
            />
          ) : (
            <>
              <HistoryTable items={page.items} />
              <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
