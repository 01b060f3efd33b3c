import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconHistory, IconSearch, IconUserSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CallInput } from "../../preload/contract.ts";
import type { ImportState } from "../../preload/types.ts";
import { Page } from "../frame/page.tsx";
import { Empty } from "../kit/empty.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { Pager } from "../kit/pager.tsx";
import { useCall } from "../query/use-call.ts";
import { HistoryTable } from "./history-table.tsx";

const LIMIT = 50;
const STATES: readonly ImportState[] = [
  "queued",
  "sending",
  "accepted",
  "partly-accepted",
  "rejected",
  "uncertain",
  "cancelled",
];

/** Past imports, searched by file, state and connection. */
export function HistoryPage() {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), 250);
  const [customer, setCustomer] = useState("");
  const [sought] = useDebouncedValue(customer.trim(), 250);
  const [state, setState] = useState<ImportState | null>(null);
  const [connectionId, setConnectionId] = useState<number | null>(null);
  const [offset, setOffset] = useState(0);
  const connections = useCall("connections.list", {}).data ?? [];
  const filtered = settled !== "" || sought !== "" || state !== null || connectionId !== null;
  const input: CallInput<"history.list"> = {
    offset,
    limit: LIMIT,
    ...(settled === "" ? {} : { search: settled }),
    ...(sought === "" ? {} : { customer: sought }),
    ...(state === null ? {} : { state }),
    ...(connectionId === null ? {} : { connectionId }),
  };
  const query = useCall("history.list", input, { keep: true });
  const name = t("common:screen.history");
  return (
    <Page crumbs={[{ text: name }]} title={name} lead={t("lead")}>
      <Group gap="xs" role="search">
        <TextInput
          flex={1}
          miw="12rem"
          size="sm"
          type="search"
          aria-label={t("search")}
          placeholder={t("searchHint")}
          leftSection={<IconSearch size="1rem" aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setOffset(0);
          }}
        />
        <TextInput
          flex={1}
          miw="12rem"
          size="sm"
          type="search"
          aria-label={t("customer")}
          placeholder={t("customerHint")}
          leftSection={<IconUserSearch size="1rem" aria-hidden />}
          value={customer}
          onChange={(event) => {
            setCustomer(event.currentTarget.value);
            setOffset(0);
          }}
        />
        <Select
          size="sm"
          clearable
          aria-label={t("state")}
          placeholder={t("anyState")}
          data={STATES.map((value) => ({ value, label: t(`words:states.${value}`) }))}
          value={state}
          onChange={(value: string | null) => {
            setState(STATES.find((one) => one === value) ?? null);
            setOffset(0);
          }}
        />
        <Select
          size="sm"
          clearable
          aria-label={t("connection")}
          placeholder={t("anyConnection")}
          data={connections.map((one) => ({ value: String(one.id), label: one.name }))}
          value={connectionId === null ? null : String(connectionId)}
          onChange={(value: string | null) => {
            setConnectionId(value === null ? null : Number(value));
            setOffset(0);
          }}
        />
      </Group>
      <Loaded query={query}>
        {(page) =>
          page.total === 0 ? (
            <Empty
              icon={<IconHistory aria-hidden />}
              title={t(filtered ? "noneFound.title" : "empty.title")}
              text={t(filtered ? "noneFound.text" : "empty.text")}
              action={
                filtered ? undefined : (
                  <Button onClick={() => navigate("/import")}>{t("empty.action")}</Button>
                )
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
    </Page>
  );
}
