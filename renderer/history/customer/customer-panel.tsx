import { Group, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconUserQuestion, IconUserSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../kit/loaded.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { useCall } from "../../query/use-call.ts";
import { ConnectionFilter } from "../connection-filter.tsx";
import { ListExportMenu } from "../list-export-menu.tsx";
import { SearchField } from "../search-field.tsx";
import { ForgetCustomer } from "./forget-customer.tsx";
import { SendingCard } from "./sending-card.tsx";
import { keepSought, type Sought, sought } from "./sought.ts";

const LIMIT = 10;

/** One customer's story: every import that sent them, field by field, with each outcome. */
export function CustomerPanel() {
  const { t } = useTranslation("history");
  const [wanted, setWanted] = useState<Sought>(sought);
  const [offset, setOffset] = useState(0);
  const [settled] = useDebouncedValue(wanted, 250);
  const customer = settled.customer.trim();
  const about = {
    customer,
    ...(settled.connectionId === null ? {} : { connectionId: settled.connectionId }),
  };
  const story = useCall(
    "history.customer",
    { ...about, offset, limit: LIMIT },
    { enabled: customer !== "", keep: customer !== "" },
  );
  const change = (part: Partial<Sought>) => {
    const next = { ...wanted, ...part };
    setWanted(next);
    keepSought(next);
    setOffset(0);
  };
  const found = customer !== "" && (story.data?.total ?? 0) > 0;
  return (
    <Stack gap="md">
      <Group gap="xs" role="search">
        <SearchField
          label={t("customer.search")}
          hint={t("customer.hint")}
          icon={<IconUserSearch size="1rem" aria-hidden />}
          value={wanted.customer}
          onChange={(text) => change({ customer: text })}
        />
        <ConnectionFilter
          value={wanted.connectionId}
          onChange={(connectionId) => change({ connectionId })}
        />
        {found && <ListExportMenu list={{ kind: "customer", ...about }} />}
        {found && <ForgetCustomer about={about} onDone={() => change({ customer: "" })} />}
      </Group>
      {customer === "" ? (
        <Empty
          icon={<IconUserSearch aria-hidden />}
          title={t("customer.empty.title")}
          text={t("customer.empty.text")}
        />
      ) : (
        <Loaded query={story}>
          {(page) =>
            page.total === 0 ? (
              <Empty
                icon={<IconUserQuestion aria-hidden />}
                title={t("customer.none.title")}
                text={t("customer.none.text")}
              />
            ) : (
              <>
                {page.items.map((sending) => (
                  <SendingCard key={`${sending.batchId}/${sending.row}`} sending={sending} />
                ))}
                <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
              </>
            )
          }
        </Loaded>
      )}
    </Stack>
  );
}
