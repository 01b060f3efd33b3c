import { Select, Stack } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportDetail, ImportSummary } from "../../../preload/types.ts";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useCall } from "../../query/use-call.ts";
import { Comparison } from "./comparison.tsx";

/** Imports offered to compare with: the newest of the same account. */
const OFFERED = 200;

/** What was added, removed and changed since an earlier import of the same list. */
export function ComparePage({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const query = useCall("history.get", { importId });
  const detail = query.data;
  const name = detail?.fileName ?? "…";
  return (
    <Page
      crumbs={[
        { text: t("common:screen.history"), href: "/history" },
        { text: name, href: `/history/${importId}` },
        { text: t("compare.crumb") },
      ]}
      title={t("compare.title")}
      account={detail && { connectionId: detail.connectionId, name: detail.connectionName }}
      lead={t("compare.lead", { name })}
    >
      <Loaded query={query}>{(detail) => <Body detail={detail} />}</Loaded>
    </Page>
  );
}

function Body({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const [chosen, setChosen] = useState<number | null>(null);
  const query = useCall("history.list", {
    offset: 0,
    limit: OFFERED,
    ...(detail.connectionId === null ? {} : { connectionId: detail.connectionId }),
  });
  return (
    <Loaded query={query}>
      {(page) => {
        const others = page.items.filter((one) => one.id !== detail.id);
        const before = others.find((one) => one.id === chosen) ?? likeliest(detail, others);
        if (before === undefined) {
          return (
            <Empty
              icon={<IconArrowsDiff aria-hidden />}
              title={t("compare.none.title")}
              text={t("compare.none.text")}
            />
          );
        }
        return (
          <Stack gap="md">
            <Select
              label={t("compare.with")}
              maw="36rem"
              searchable
              nothingFoundMessage={t("noneFound.title")}
              data={others.map((one) => ({
                value: String(one.id),
                label: `${one.fileName} · ${format.exact(one.startedAt)}`,
              }))}
              value={String(before.id)}
              onChange={(value: string | null) => setChosen(Number(value))}
            />
            <Comparison key={before.id} importId={detail.id} beforeId={before.id} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

/** Chosen at first: the newest earlier import of the same file, else of any file, else any. */
function likeliest(
  detail: ImportDetail,
  others: readonly ImportSummary[],
): ImportSummary | undefined {
  const earlier = others.filter((one) => one.id < detail.id);
  return earlier.find((one) => one.fileName === detail.fileName) ?? earlier[0] ?? others[0];
}
