import { Group, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconUserQuestion, IconUserSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../kit/empty.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { Pager } from "../../kit/pager.tsx";
import { useCall } from "../../query/use-call.ts";
import { ListExportMenu } from "../list-export-menu.tsx";
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
  const connections = useCall("connections.list", {}).data ?? [];
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
        <TextInput
          flex={1}
          miw="14rem"
          size="sm"
          type="search"
          autoComplete="off"
          aria-label={t("customer.search")}
          placeholder={t("customer.hint")}
          leftSection={<IconUserSearch size="1rem" aria-hidden />}
          value={wanted.customer}
          onChange={(event) => change({ customer: event.currentTarget.value })}
        />
        <Select
          size="sm"
          w="11rem"
          clearable
          aria-label={t("connection")}
          placeholder={t("anyConnection")}
          data={connections.map((one) => ({ value: String(one.id), label: one.name }))}
          value={wanted.connectionId === null ? null : String(wanted.connectionId)}
          onChange={(value: string | null) =>
            change({ connectionId: value === null ? null : Number(value) })
          }
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
