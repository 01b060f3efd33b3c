import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { STANDARD_FIELDS } from "../../../preload/fields.ts";
import type { PracticeCustomer } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { Section } from "../../kit/section.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

const LIMIT = 20;

/** What the practice account holds; it can be emptied. */
export function PracticeContents() {
  const { t } = useTranslation("connections");
  const [offset, setOffset] = useState(0);
  const [asking, ask] = useDisclosure(false);
  const query = useCall("practice.customers", { offset, limit: LIMIT }, { keep: true });
  const empty = useAction("practice.empty", {
    onSuccess() {
      ask.close();
      setOffset(0);
    },
  });
  return (
    <Section title={t("contents.title")} help={t("contents.help")}>
      <Loaded query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty
              icon={<IconUsers aria-hidden />}
              title={t("contents.none")}
              text={t("contents.noneText")}
            />
          ) : (
            <>
              <Customers items={items} />
              <Group justify="space-between">
                <Button
                  variant="default"
                  leftSection={<IconTrash size="1rem" aria-hidden />}
                  onClick={ask.open}
                >
                  {t("contents.empty", { count: total })}
                </Button>
                <Pager offset={offset} limit={LIMIT} total={total} onOffset={setOffset} />
              </Group>
              <Confirm
                opened={asking}
                title={t("contents.emptyTitle")}
                action={t("contents.empty", { count: total })}
                danger
                busy={empty.isPending}
                onConfirm={() => empty.mutate({})}
                onClose={ask.close}
              >
                {t("contents.emptyText")}
              </Confirm>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Customers({ items }: { readonly items: readonly PracticeCustomer[] }) {
  const { t } = useTranslation("connections");
  const texts = useTexts();
  const format = useFormat();
  const held = new Set(items.flatMap(({ fields }) => Object.keys(fields)));
  const custom = [...held].filter((field) => field.startsWith("custom_field_"));
  const known = [...STANDARD_FIELDS, ...(custom as (typeof STANDARD_FIELDS)[number][])];
  const shown = known.filter((field) => held.has(field) && field !== "code");
  return (
    <Table
      wide
      label={t("contents.title")}
      items={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "code",
          head: texts.field("code"),
          names: true,
          cell: ({ fields }) => <span className="mono">{fields.code}</span>,
        },
        ...shown.map((field) => ({
          key: field,
          head: texts.field(field),
          cell: ({ fields }: PracticeCustomer) => fields[field] ?? "",
        })),
        {
          key: "balance",
          head: t("contents.balance"),
          cell: ({ balances }) =>
            balances
              .filter(({ amount }) => amount !== 0)
              .map(({ amount, item }) => `${format.number(amount)} ${item}`.trim())
              .join(", "),
        },
      ]}
    />
  );
}
