import { Stack } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../kit/loaded.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { Badge } from "../../kit/state/badge.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";

const LIMIT = 100;

/** What was wrong with the list's rows, by row number. */
export function ImportProblems({
  importId,
  sheet,
}: {
  readonly importId: number;
  readonly sheet: string;
}) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  const [offset, setOffset] = useState(0);
  const query = useCall("history.problems", { importId, offset, limit: LIMIT }, { keep: true });
  return (
    <Loaded query={query}>
      {(page) =>
        page.total === 0 ? (
          <Empty
            icon={<IconCircleCheck aria-hidden />}
            title={t("noProblems.title")}
            text={t("noProblems.text")}
          />
        ) : (
          <Stack gap="sm">
            <Table
              label={t("tab.problems")}
              items={page.items}
              keyOf={(one) => `${one.row}/${one.column ?? ""}/${one.code}`}
              columns={[
                {
                  key: "row",
                  head: t("column.row"),
                  number: true,
                  cell: (one) => format.row(one.row, sheet),
                },
                { key: "column", head: t("column.column"), cell: (one) => one.column ?? "–" },
                {
                  key: "severity",
                  head: t("column.kind"),
                  cell: (one) =>
                    one.severity === "error" ? (
                      <Badge tone="red" icon={<IconAlertCircle aria-hidden />}>
                        {t("severity.error")}
                      </Badge>
                    ) : (
                      <Badge tone="amber" icon={<IconAlertTriangle aria-hidden />}>
                        {t("severity.warning")}
                      </Badge>
                    ),
                },
                { key: "problem", head: t("column.problem"), cell: (one) => texts.problem(one) },
              ]}
            />
            <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
          </Stack>
        )
      }
    </Loaded>
  );
}
